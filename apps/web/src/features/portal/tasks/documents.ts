import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentSide,
  type DocumentView,
  identityKinds,
  isIdentity,
  type PortalSession,
} from '@gatehouse/domain';
import type { Formatter, Translator } from '#lib/translator.ts';

/** The draft's subject for the chosen kind of document, until the first side is uploaded. */
export const DOCUMENT_SUBJECT = 'document';

export const currentIdentity = ({ documents }: PortalSession): DocumentView[] =>
  documents.filter((each) => each.state === 'CURRENT' && isIdentity(each.kind));

/** The kind of document that was chosen last, or else the kind that is uploaded. */
export function chosenKind(session: PortalSession): DocumentKind | null {
  const drafted = session.drafts[DOCUMENT_SUBJECT]?.values.kind;
  const there = currentIdentity(session).at(-1)?.kind ?? null;
  return identityKinds(session.program).find((kind) => kind === drafted) ?? there;
}

/** A kind of document within a sentence: "driving licence". */
export const nounOf = (t: Translator, kind: DocumentKind): string => t(`documentKinds.${kind}.name`);

const isWhole = (kind: DocumentKind): boolean => DOCUMENT_KINDS[kind].sides.length === 1;

/** "Front of your driving licence", or only the document when it has one side. */
export const sideLabel = (t: Translator, kind: DocumentKind, side: DocumentSide): string =>
  t(`portal.documents.side.${isWhole(kind) ? 'ONLY' : side}`, { document: nounOf(t, kind) });

/** "Add the front of your driving licence." */
export const sideMissing = (t: Translator, kind: DocumentKind, side: DocumentSide): string =>
  t(`portal.documents.missing.${isWhole(kind) ? 'ONLY' : side}`, { document: nounOf(t, kind) });

/** "passport, driving licence or residence permit". */
export const anyOf = (t: Translator, format: Formatter, kinds: readonly DocumentKind[]): string =>
  format.list(
    kinds.map((kind) => nounOf(t, kind)),
    { type: 'disjunction' },
  );
