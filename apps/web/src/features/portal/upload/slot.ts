/** The place for one side of one document. It travels to the browser, so it holds words and no rules of the domain. */
export type Slot = {
  /** Its id on the page. */
  readonly name: string;
  readonly kind: string;
  readonly side: string;
  readonly label: string;
  /** What is said when nothing lies there. */
  readonly missing: string;
  /** What lies there already. */
  readonly uploaded: Uploaded | null;
};

export type Uploaded = {
  readonly id: string;
  /** Where its picture is shown from; a PDF from before pages were drawn has none. */
  readonly picture: string | null;
  /** What a better photo would solve, in sentences. */
  readonly warnings: readonly string[];
  /** The same file came before: what was found, and what to do about it. */
  readonly sameAs: { readonly message: string; readonly advice: string } | null;
};

/** What a file must be, and how it is said. */
export type FileLimits = {
  readonly accept: string;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly words: string;
};
