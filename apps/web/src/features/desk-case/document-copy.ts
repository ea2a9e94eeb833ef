import {
  type Case,
  DOCUMENT_KINDS,
  type DocumentState,
  englishDocumentKinds,
  englishPhotoQuality,
  FILE_RULES,
  hasTwoSides,
  REPEATED,
} from '@gatehouse/domain';

export type CaseDocument = Case['documents'][number];

const SIDE_LABELS = { FRONT: 'front', BACK: 'back' } as const satisfies Record<CaseDocument['side'], string>;

/** A title such as "Driving licence, back". The side is included only for kinds with two sides. */
export function documentTitle({ kind, side }: Pick<CaseDocument, 'kind' | 'side'>): string {
  const { sides } = DOCUMENT_KINDS[kind];
  const { label } = englishDocumentKinds[kind];
  return sides.length > 1 ? `${label}, ${SIDE_LABELS[side]}` : label;
}

/** A phrase such as "the front of the driving licence" or "the passport". */
export function documentPhrase({ kind, side }: Pick<CaseDocument, 'kind' | 'side'>): string {
  const { name } = englishDocumentKinds[kind];
  return hasTwoSides(kind) ? `the ${SIDE_LABELS[side]} of the ${name}` : `the ${name}`;
}

/** The label of a document that is not current. Current ones have none. */
export const STATE_LABELS = {
  EXPECTED: 'Not uploaded yet',
  HELD: 'Not sent yet',
  CURRENT: '',
  REPLACED: 'Replaced',
  REMOVED: 'Removed',
} as const satisfies Record<DocumentState, string>;

/** Current documents first, then uploads in progress, then earlier ones. */
const ORDER = { CURRENT: 0, HELD: 1, EXPECTED: 2, REPLACED: 3, REMOVED: 4 } as const satisfies Record<
  DocumentState,
  number
>;

export const inOrder = (documents: readonly CaseDocument[]): CaseDocument[] =>
  documents.toSorted(
    (one, other) =>
      ORDER[one.state] - ORDER[other.state] || (one.uploadedAt ?? '').localeCompare(other.uploadedAt ?? ''),
  );

export const fileOf = ({ id }: Pick<CaseDocument, 'id'>): string => `/api/files/${id}?for=desk`;
/** The URL of a document's picture, for a PDF that of its first pages. Only documents with `hasPicture` have one. */
export const pictureOf = ({ id }: Pick<CaseDocument, 'id'>): string => `${fileOf({ id })}&as=picture`;

/** The number of a PDF's pages, and how many are shown. Null for images and single pages. */
export function pageMessage({ pages }: Pick<CaseDocument, 'pages'>): string | null {
  if (pages === null || pages < 2) return null;
  return pages > FILE_RULES.previewPages
    ? `A PDF of ${pages} pages. The first ${FILE_RULES.previewPages} are shown; download it to read the others.`
    : `A PDF of ${pages} pages.`;
}

/** The quality warnings of an upload. A repeated file is shown beside the earlier one instead. */
export const warningMessages = ({ warnings }: CaseDocument): string[] =>
  warnings.filter((warning) => warning !== REPEATED).map((warning) => englishPhotoQuality[warning]);
