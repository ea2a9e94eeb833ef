import { PdfArray, PdfDict, type PdfObject, PdfString } from '@libpdf/core';
import type { PdfReader } from './references.ts';

/** Actions that run, fetch, send, play or show something else, or change what is shown (ISO 32000-2, 12.6.4). */
const ACTIVE_ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'GoToR',
  'GoToE',
  'GoTo3DView',
  'Thread',
  'Rendition',
  'RichMediaExecute',
  'Movie',
  'Sound',
  'Hide',
  'SetOCGState',
]);

/**
 * The events of additional actions (ISO 32000-2, 12.6.3). Other entries under the key AA are fonts or images with that
 * name.
 */
const EVENTS = 'E X D U Fo Bl PO PC PV PI O C K F V WC WS DS WP DP'.split(' ');

/** Allowed targets of links: web, email, telephone or empty. Programs often omit `https://` before `www`. */
const HARMLESS_ADDRESS = /^((https?|mailto|tel):|www\.|#|$)/i;

/** Whether a dictionary contains an action that does more than open a page or an address when clicked. */
export function hasActiveAction(dict: PdfDict, reader: PdfReader): boolean {
  if (dict.has('JS') || ACTIVE_ACTIONS.has(reader.name(dict, 'S'))) return true;
  // The base URI is prepended to all relative addresses.
  if (['URI', 'Base'].some((key) => isActiveAddress(reader.value(dict, key)))) return true;
  const additional = reader.value(dict, 'AA');
  const events = additional instanceof PdfDict ? EVENTS.map((event) => reader.value(additional, event)) : [];
  return [reader.value(dict, 'OpenAction'), ...events].some((action) => action && !onlyJumps(action, reader));
}

/** Whether an automatic action and all actions after it only jump within the document. */
function onlyJumps(first: PdfObject, reader: PdfReader): boolean {
  // Only a dictionary is an action. An array is a destination within the document.
  if (!(first instanceof PdfDict)) return true;
  const seen = new Set<PdfObject>();
  const open: PdfObject[] = [first];
  for (let object = open.pop(); object; object = open.pop()) {
    const action = reader.resolve(object);
    if (!(action instanceof PdfDict) || seen.has(action)) continue;
    seen.add(action);
    if (reader.name(action, 'S') !== 'GoTo') return false;
    const next = reader.value(action, 'Next');
    for (const each of next instanceof PdfArray ? next : [next]) if (each) open.push(each);
  }
  return true;
}

/** Readers ignore blanks, control characters and byte order marks in an address, so these are removed first. */
function isActiveAddress(value: PdfObject | undefined): boolean {
  if (!(value instanceof PdfString)) return false;
  const text = Buffer.from(value.bytes).toString('latin1');
  return !HARMLESS_ADDRESS.test(text.replaceAll(/[^!-~]/g, ''));
}
