import type { DocumentView } from '@gatehouse/domain';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentSide,
  FILE_RULES,
  QUALITY_WORDS,
  REPEATED,
} from '@gatehouse/domain';
import { sideLabel } from '../tasks/documents.ts';
import type { FileLimits, Slot, Uploaded } from './slot.ts';

const KB = 1024;

/** What a file must be, from the domain's rules. */
export const FILE_LIMITS: FileLimits = {
  accept: FILE_RULES.types.join(','),
  minBytes: FILE_RULES.minBytes,
  maxBytes: FILE_RULES.maxBytes,
  words: `JPEG, PNG or PDF, from ${FILE_RULES.minBytes / KB}\u00a0KB to ${FILE_RULES.maxBytes / KB / KB}\u00a0MB.`,
};

/** The places that a kind of document has, with what lies in them already. */
export function slotsOf(
  kind: DocumentKind,
  there: readonly DocumentView[],
  { prefix = '', sides = DOCUMENT_KINDS[kind].sides as readonly DocumentSide[] } = {},
): Slot[] {
  return sides.map((side) => {
    const found = there.findLast((each) => each.kind === kind && each.side === side);
    return {
      name: `${prefix}${kind}-${side}`.toLowerCase(),
      kind,
      side,
      label: sideLabel(kind, side),
      uploaded: found ? uploadedOf(found) : null,
    };
  });
}

const uploadedOf = (document: DocumentView): Uploaded => ({
  id: document.id,
  picture: document.hasPicture ? `/api/files/${document.id}?as=picture` : null,
  warnings: document.warnings.flatMap((warning) => (warning === REPEATED ? [] : QUALITY_WORDS[warning])),
  sameAs: document.sameAs,
});
