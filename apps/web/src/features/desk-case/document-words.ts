import { DOCUMENT_KINDS, type DocumentState, QUALITY_WORDS, type QualityWarning } from '@gatehouse/domain';
import type { Case } from '@gatehouse/engine';

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

export const isPicture = ({ type }: Pick<CaseDocument, 'type'>): boolean => type?.startsWith('image/') ?? false;
export const fileOf = ({ id }: Pick<CaseDocument, 'id'>): string => `/api/files/${id}?for=desk`;

/** What was wrong with the picture when it arrived. */
export const warningWords = ({ warnings }: CaseDocument): string[] =>
  warnings.map((warning) => QUALITY_WORDS[warning as QualityWarning] ?? warning);
