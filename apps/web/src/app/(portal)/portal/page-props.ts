/** The props of a page whose route ends in the parameter `Name`. */
export type PageWith<Name extends string> = {
  readonly params: Promise<Readonly<Record<Name, string>>>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};
