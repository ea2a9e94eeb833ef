import type { DocumentView } from '@gatehouse/domain';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentSide, FILE_RULES, REPEATED } from '@gatehouse/domain';
import type { Translator } from '#lib/translator.ts';
import { sideLabel, sideMissing } from '../tasks/documents.ts';
import type { FileLimits, Slot, Uploaded } from './slot.ts';

const KB = 1024;

/** The accepted types and sizes of files, from the domain. */
export const fileLimits = (t: Translator): FileLimits => ({
  accept: FILE_RULES.types.join(','),
  minBytes: FILE_RULES.minBytes,
  maxBytes: FILE_RULES.maxBytes,
  description: t('portal.documents.limits', { least: FILE_RULES.minBytes / KB, most: FILE_RULES.maxBytes / KB / KB }),
});

/** The slots of a kind of document, with their uploaded files. */
export function slotsOf(
  t: Translator,
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
      label: sideLabel(t, kind, side),
      missing: sideMissing(t, kind, side),
      uploaded: found ? uploadedOf(t, found) : null,
    };
  });
}

const uploadedOf = (t: Translator, document: DocumentView): Uploaded => ({
  id: document.id,
  picture: document.hasPicture ? `/api/files/${document.id}?as=picture` : null,
  warnings: document.warnings.flatMap((warning) => (warning === REPEATED ? [] : t(`photoQuality.${warning}`))),
  sameAs: document.sameAs,
});
