import { type PDF, type PdfDict, PdfName, type PdfObject, PdfRef } from '@libpdf/core';

/** More references in a row than any program writes. */
const LONGEST_CHAIN = 32;

/** Reads a document's objects through the references that stand for them. */
export type PdfReader = ReturnType<typeof readerOf>;

/** @returns how to read values of this document. Each way throws when references lead in a circle or on and on. */
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
  /** The name that a key has as its value; empty when it has none. */
  function name(dict: PdfDict, key: string): string {
    const found = value(dict, key);
    return found instanceof PdfName ? found.value : '';
  }
  return { resolve, value, name };
}
