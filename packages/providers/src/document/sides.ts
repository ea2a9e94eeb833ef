import {
  DOCUMENT_KINDS,
  type DocumentFact,
  type DocumentKind,
  type DocumentSide,
  documentName,
  ENGLISH,
  type Evidence,
  hasTwoSides,
  type RequirementAsk,
  type RequirementCode,
  say,
} from '@gatehouse/domain';

/** The code that asks for a side. A document with one side is asked for whole. */
export const sideCode = (kind: DocumentKind, side: DocumentSide): RequirementCode =>
  !hasTwoSides(kind) ? 'DOCUMENT_MISSING' : side === 'FRONT' ? 'DOCUMENT_MISSING_FRONT' : 'DOCUMENT_MISSING_BACK';

type Missing = { readonly ask: RequirementAsk; readonly evidence: Evidence };

/**
 * The sides that are missing until one identity document is whole. One whole document is enough, as it is for the gate;
 * of several begun ones the first is asked for, and without any the first that is accepted, because an item must name some
 * kind.
 */
export function missingSides(
  accepted: readonly DocumentKind[],
  documents: readonly Pick<DocumentFact, 'kind' | 'side'>[],
): Missing[] {
  const [usual] = accepted;
  if (!usual) return [];
  const begun = [...new Set(documents.map((document) => document.kind).filter((kind) => accepted.includes(kind)))];
  const open = begun.map((kind) => ({
    kind,
    sides: DOCUMENT_KINDS[kind].sides.filter(
      (side) => !documents.some((document) => document.kind === kind && document.side === side),
    ),
  }));
  if (open.some(({ sides }) => sides.length === 0)) return [];
  const [first] = open;
  if (!first)
    return [
      {
        ask: { code: 'DOCUMENT_MISSING', target: { documentKind: usual } },
        evidence: { type: 'missing', ok: false, text: 'No identity document is there.', documentKind: usual },
      },
    ];
  return first.sides.map((side) => ({
    ask: { code: sideCode(first.kind, side), target: { documentKind: first.kind } },
    evidence: {
      type: 'missing',
      ok: false,
      text: `${capital(say(ENGLISH, documentName(first.kind, side)))} is missing.`,
      documentKind: first.kind,
      side,
    },
  }));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
