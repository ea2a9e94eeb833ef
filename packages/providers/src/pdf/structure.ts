import { PDF, PdfArray, PdfDict, type PdfObject, PdfRef, PdfStream } from '@libpdf/core';
import { hasActiveAction } from './actions.ts';
import { type PdfReader, readerOf } from './references.ts';

/** What an uploaded document must not contain. */
export type Unwanted = 'encrypted' | 'active' | 'attachments' | 'dynamicForm';

const CARRIERS = new Set(['FileAttachment', 'RichMedia', 'Movie', 'Sound', 'Screen', '3D']);

/**
 * Finds the first unwanted object that is reachable from the document's catalog, or null. A parser reads the objects,
 * so escaped names, compressed objects and references hide nothing, and text about scripts does not count.
 *
 * @throws when the file's structure cannot be read.
 */
export async function unwantedIn(bytes: Uint8Array): Promise<Unwanted | null> {
  const pdf = await PDF.load(bytes);
  if (pdf.isEncrypted) return 'encrypted';
  const reader = readerOf(pdf);
  const seen = new Set<string>();
  // An explicit stack, because documents can nest deeper than the call stack allows.
  const open: PdfObject[] = [pdf.getCatalog()];
  for (let object = open.pop(); object; object = open.pop()) {
    if (object instanceof PdfRef) {
      const key = object.toString();
      if (seen.has(key)) continue;
      seen.add(key);
      const target = pdf.getObject(object);
      if (target) open.push(target);
    } else if (object instanceof PdfArray) {
      for (const each of object) open.push(each);
    } else if (object instanceof PdfDict) {
      const found = unwantedOf(object, reader);
      if (found) return found;
      for (const [, value] of object) open.push(value);
    }
  }
  return null;
}

function unwantedOf(dict: PdfDict, reader: PdfReader): Unwanted | null {
  if (hasActiveAction(dict, reader) || takesOtherFile(dict)) return 'active';
  if (dict.has('EF') || reader.name(dict, 'Type') === 'EmbeddedFile') return 'attachments';
  if (CARRIERS.has(reader.name(dict, 'Subtype'))) return 'attachments';
  return dict.has('XFA') ? 'dynamicForm' : null;
}

/**
 * A stream may have its data in another file, and a form may show a page of another file (ISO 32000-2, 7.3.8.2 and
 * 8.10.4).
 */
const takesOtherFile = (dict: PdfDict): boolean => dict instanceof PdfStream && (dict.has('F') || dict.has('Ref'));
