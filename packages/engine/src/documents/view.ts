import {
  type DocumentView,
  type Language,
  REPEATED,
  repeatedMessages,
  type SameAs,
  say,
  showId,
} from '@gatehouse/domain';
import type { DocumentRow } from '../record/data.ts';

export const hasPicture = ({ type, previewKey }: Pick<DocumentRow, 'type' | 'previewKey'>): boolean =>
  previewKey !== null || (type?.startsWith('image/') ?? false);

/** @param all all documents of the same customer, to find the earlier one. */
export function viewDocument(row: DocumentRow, all: readonly DocumentRow[], language: Language): DocumentView {
  const earlier = row.sameAs && all.find((each) => each.id === row.sameAs);
  const sameAs = earlier ? viewEarlier(row, earlier, language) : null;
  return {
    id: showId('document', row.id),
    kind: row.kind,
    side: row.side,
    state: row.state,
    type: row.type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    hasPicture: hasPicture(row),
    pages: row.pages,
    warnings: sameAs ? [...row.warnings, REPEATED] : row.warnings,
    requirementId: row.requirementId ? showId('requirement', row.requirementId) : null,
    uploadedAt: row.uploadedAt?.toISOString() ?? null,
    sameAs,
  };
}

function viewEarlier(row: DocumentRow, earlier: DocumentRow, language: Language): SameAs {
  const place = (of: DocumentRow) => ({ kind: of.kind, side: of.side });
  const { message, advice } = repeatedMessages({ ...place(row), type: row.type }, place(earlier));
  return {
    id: showId('document', earlier.id),
    ...place(earlier),
    message: say(language, message),
    advice: say(language, advice),
  };
}
