import { type PDF, type PdfDict, PdfName, type PdfObject, PdfRef } from '@libpdf/core';

/** The longest followed chain of references. No program writes longer ones. */
const LONGEST_CHAIN = 32;

/** Reads a document's objects and resolves their references. */
export type PdfReader = ReturnType<typeof readerOf>;

/**
 * @returns functions that read values of this document. They throw for circular and for too long chains of references.
 */
export function readerOf(pdf: PDF) {
  function resolve(object: PdfObject): PdfObject | undefined {
    let value: PdfObject | undefined = object;
    for (let step = 0; value instanceof PdfRef; step += 1) {
      if (step === LONGEST_CHAIN) throw new Error('A chain of references has no end.');
      value = pdf.getObject(value) ?? undefined;
    }
    return value;
  }
  function value(dict: PdfDict, key: string): PdfObject | undefined {
    const found = dict.get(key);
    return found && resolve(found);
  }
  /** The name that is a key's value, or an empty string. */
  function name(dict: PdfDict, key: string): string {
    const found = value(dict, key);
    return found instanceof PdfName ? found.value : '';
  }
  return { resolve, value, name };
}
