import { ENGLISH, LANGUAGES, type Language } from '@gatehouse/domain';

/**
 * The language of what nobody asked for just now, such as webhooks and emails: the installation's first, for every tenant.
 * This is the one place that decides it.
 */
export const languageFor = (_tenant: { readonly tenantId: string }): Language => LANGUAGES[0] ?? ENGLISH;
