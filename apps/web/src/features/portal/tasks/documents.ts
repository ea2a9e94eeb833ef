import type { DocumentView } from '@gatehouse/domain';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentSide, identityKinds, isIdentity } from '@gatehouse/domain';
import type { PortalSession } from '@gatehouse/engine';

/** The subject under which the chosen kind of document is kept, until the first side is there. */
export const DOCUMENT_SUBJECT = 'document';

export const currentIdentity = ({ documents }: PortalSession): DocumentView[] =>
  documents.filter((each) => each.state === 'CURRENT' && isIdentity(each.kind));

/** The kind that this person shows: the one they chose last, or the one that is there already. */
export function chosenKind(session: PortalSession): DocumentKind | null {
  const drafted = session.drafts[DOCUMENT_SUBJECT]?.values.kind;
  const there = currentIdentity(session).at(-1)?.kind ?? null;
  return identityKinds(session.program).find((kind) => kind === drafted) ?? there;
}

const SIDE_WORDS = { FRONT: 'Front', BACK: 'Back' } as const satisfies Record<DocumentSide, string>;

/** "Front of your driving licence"; a document with one side is only itself. */
export function sideLabel(kind: DocumentKind, side: DocumentSide): string {
  const { label, sides } = DOCUMENT_KINDS[kind];
  const name = label.toLowerCase();
  return sides.length === 1 ? `Your ${name}` : `${SIDE_WORDS[side]} of your ${name}`;
}

/** "A passport, driving licence or residence permit". */
export function anyOf(kinds: readonly DocumentKind[]): string {
  const names = kinds.map((kind) => DOCUMENT_KINDS[kind].label.toLowerCase());
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names).replace(/, or /, ' or ');
}
