/** How one box is drawn. Whatever has no drawing of its own is a line of text. */
export type InputKind = 'text' | 'tel' | 'date' | 'country' | 'choice';

export type Option = { readonly value: string; readonly label: string };

/** One box of a question. Its name is the path of its value in the profile, such as `address.postalCode`. */
export type QuestionInput = {
  readonly name: string;
  readonly kind: InputKind;
  readonly label: string;
  readonly hint?: string;
  readonly optional: boolean;
  readonly autoComplete?: string;
  readonly chars?: number;
  /** Of a choice; the countries travel once for a whole page. */
  readonly options?: readonly Option[];
  /** What is said when it is left empty. */
  readonly missing: string;
  /** The server's sentences that speak of another form than this box has, and what is said here instead. */
  readonly saidHere?: Readonly<Record<string, string>>;
};

/** One field of the profile as a page asks it. It travels to the browser, so it holds words and no schema. */
export type Question = {
  readonly field: string;
  readonly label: string;
  readonly optional: boolean;
  /** True where several boxes answer together, like an address. */
  readonly grouped: boolean;
  readonly inputs: readonly QuestionInput[];
};

/** What stands in the boxes, by name, as typed. */
export type Values = Readonly<Record<string, string>>;
