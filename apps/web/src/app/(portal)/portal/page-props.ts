/** What Next hands to a page whose address ends in `Name`. */
export type PageWith<Name extends string> = {
  readonly params: Promise<Readonly<Record<Name, string>>>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};
