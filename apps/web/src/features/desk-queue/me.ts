export type Me = { readonly id: string; readonly name: string; readonly role: string };
