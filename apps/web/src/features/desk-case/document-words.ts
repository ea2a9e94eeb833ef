import type { Case } from '@gatehouse/domain';
import { DOCUMENT_KINDS, type DocumentState, FILE_RULES, QUALITY_WORDS, REPEATED } from '@gatehouse/domain';

export type CaseDocument = Case['documents'][number];

const SIDE_WORDS = { FRONT: 'front', BACK: 'back' } as const satisfies Record<CaseDocument['side'], string>;

/** "Driving licence, back"; the side is said only where there are two. */
export function documentTitle({ kind, side }: Pick<CaseDocument, 'kind' | 'side'>): string {
  const { label, sides } = DOCUMENT_KINDS[kind];
  return sides.length > 1 ? `${label}, ${SIDE_WORDS[side]}` : label;
}

/** What is said of a document that does not count, or not yet. What counts needs no word. */
export const STATE_WORDS = {
  EXPECTED: 'Not uploaded yet',
  HELD: 'Not sent yet',
  CURRENT: '',
  REPLACED: 'Replaced',
  REMOVED: 'Removed',
} as const satisfies Record<DocumentState, string>;

/** Documents that count first, then what is on its way, then what was there before. */
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
/** Where the picture is that the desk shows: of a PDF its first pages. Only what `hasPicture` has one. */
export const pictureOf = ({ id }: Pick<CaseDocument, 'id'>): string => `${fileOf({ id })}&as=picture`;

/** How many pages a PDF has, and how many of them are shown. Nothing is said of an image, or of a page that is alone. */
export function pageWords({ pages }: Pick<CaseDocument, 'pages'>): string | null {
  if (pages === null || pages < 2) return null;
  return pages > FILE_RULES.previewPages
    ? `A PDF of ${pages} pages. The first ${FILE_RULES.previewPages} are shown; download it to read the others.`
    : `A PDF of ${pages} pages.`;
}

/** What was wrong with the picture when it arrived. That it came before is said beside the earlier one. */
export const warningWords = ({ warnings }: CaseDocument): string[] =>
  warnings.filter((warning) => warning !== REPEATED).map((warning) => QUALITY_WORDS[warning]);
