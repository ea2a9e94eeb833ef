/** The slot of one side of a document. It is passed to the browser, so it holds text and no rules of the domain. */
export type Slot = {
  /** The slot's id on the page. */
  readonly name: string;
  readonly kind: string;
  readonly side: string;
  readonly label: string;
  /** The label of the empty slot. */
  readonly missing: string;
  /** The uploaded file. */
  readonly uploaded: Uploaded | null;
};

export type Uploaded = {
  readonly id: string;
  /** The URL of its picture. PDFs that were stored before pages were rendered have none. */
  readonly picture: string | null;
  /** How a better photo would help, as sentences. */
  readonly warnings: readonly string[];
  /** The result of an earlier upload of the same file, and what to do. */
  readonly sameAs: { readonly message: string; readonly advice: string } | null;
};

/** The accepted types and sizes, with their description. */
export type FileLimits = {
  readonly accept: string;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly description: string;
};
