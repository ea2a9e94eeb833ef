import { DOCUMENT_KINDS, type DocumentKind, type DocumentSide, documentName } from '../document/kinds.ts';
import { labelOf, type ProgramView, questionFor } from '../program/program.ts';
import { type CodeCopy, REQUIREMENT_CODES, RequirementCode } from './codes.ts';
import type { RequirementTarget } from './schema.ts';

/** What is asked, as far as it decides what answers it. */
export type Asked = { readonly code: RequirementCode; readonly target: RequirementTarget };

/** What answers an item. A document without a kind may be of any kind, and has to name the item that it is meant for. */
export type AnswerWanted =
  | { readonly by: 'document'; readonly kind: DocumentKind | null; readonly side: DocumentSide | null }
  | { readonly by: 'field'; readonly field: string }
  | { readonly by: 'text' };

/**
 * What answers an item: what its target names, and where it names nothing, what its code is about. It is worked out and
 * never stored, so that an item of any age is answered by what the catalogue says now.
 */
export function answerTo({ code, target }: Asked): AnswerWanted {
  const declared: CodeCopy = REQUIREMENT_CODES[code];
  const named = target.field !== undefined || target.documentKind !== undefined;
  const about: RequirementTarget = named || declared.answer === 'text' ? target : (declared.about ?? {});
  const { field, documentKind } = about;
  if (field && !(documentKind && declared.answer === 'document')) return { by: 'field', field };
  if (!documentKind && declared.answer !== 'document') return { by: 'text' };
  const kind = documentKind ?? null;
  return { by: 'document', kind, side: declared.answer === 'document' ? sideOf(kind, declared.side) : null };
}

/** A kind that has no such side is asked for whole: otherwise nothing could answer the item. */
function sideOf(kind: DocumentKind | null, side: DocumentSide | undefined): DocumentSide | null {
  if (!side) return null;
  return !kind || (DOCUMENT_KINDS[kind].sides as readonly DocumentSide[]).includes(side) ? side : null;
}

/** An upload as it may answer an item; `isFor` says that it was uploaded for that very item. */
export type GivenDocument = { readonly kind: string; readonly side: string; readonly isFor: boolean };

/** Does a change of these fields, or this upload, answer the item? Words answer only what `answerTo` says they do. */
export function answers(
  asked: Asked,
  given: { readonly fields?: readonly string[]; readonly document?: GivenDocument },
): boolean {
  const answer = answerTo(asked);
  if (answer.by === 'field') return given.fields?.includes(answer.field) ?? false;
  if (answer.by === 'text' || !given.document) return false;
  const { kind, side, isFor } = given.document;
  return (answer.kind ? kind === answer.kind : isFor) && (answer.side === null || side === answer.side);
}

/** What to do about an item, for the customer. */
export function nextFor(asked: Asked): string {
  const { next, nextBy, answer }: CodeCopy = REQUIREMENT_CODES[asked.code];
  const { by } = answerTo(asked);
  return (by === answer ? undefined : nextBy?.[by]) ?? next;
}

/** What answers an item, in a sentence for whoever answers by API. */
export function answerSentence(program: ProgramView, asked: Asked): string {
  const answer = answerTo(asked);
  if (answer.by === 'text') return 'Answer this in words.';
  const act =
    answer.by === 'field'
      ? `Change “${labelOf(program, answer.field)}”`
      : `Upload ${answer.kind ? documentName(answer.kind, answer.side) : 'a document for this item'}`;
  return `${act} to answer this. Words alone are kept as a comment, and leave it open.`;
}

/** What a person can ask of a customer of this program: nothing that it has no field for. */
export const codesToAsk = (program: ProgramView): RequirementCode[] =>
  RequirementCode.options.filter((code) => {
    const { fits, ...declared }: CodeCopy = REQUIREMENT_CODES[code];
    if (declared.answer === 'field' && questionFor(program, declared.about.field) === null) return false;
    return fits === undefined || (fits === 'business' && program.type === 'BUSINESS');
  });

/** Why this cannot be asked of a customer of this program, with the part that is wrong; null when it can. */
export function askProblem(
  program: ProgramView,
  { code, target }: Asked,
): { path: 'code' | 'target'; message: string } | null {
  if (!codesToAsk(program).includes(code)) {
    const { fits }: CodeCopy = REQUIREMENT_CODES[code];
    return { path: 'code', message: WHY_NOT[fits ?? 'field'] };
  }
  if (target.field !== undefined && questionFor(program, target.field) === null)
    return { path: 'target', message: 'This customer has no such field.' };
  if (target.field && target.documentKind)
    return { path: 'target', message: 'Name a field or a kind of document, and not both.' };
  const declared: CodeCopy = REQUIREMENT_CODES[code];
  const side = declared.answer === 'document' ? declared.side : undefined;
  if (side && target.documentKind && sideOf(target.documentKind, side) === null) {
    const label = DOCUMENT_KINDS[target.documentKind].label.toLowerCase();
    return { path: 'target', message: `A ${label} has no ${side.toLowerCase()}.` };
  }
  return null;
}

const WHY_NOT = {
  business: 'This can only be asked of a business.',
  gate: 'This is asked by itself.',
  field: 'This customer has no field that it is about.',
} as const;
