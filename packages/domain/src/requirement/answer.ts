import { DOCUMENT_KINDS, type DocumentKind, type DocumentSide } from '../document/kinds.ts';
import { documentName, documentNoun } from '../document/names.ts';
import { type Message, message } from '../messages/message.ts';
import { labelOf, type ProgramView, questionFor } from '../program/view.ts';
import { type AnsweredBy, type DeclaredCode, REQUIREMENT_CODES, RequirementCode } from './codes.ts';
import type { RequirementTarget } from './schema.ts';

/** The parts of an item that decide what answers it. */
export type Asked = { readonly code: RequirementCode; readonly target: RequirementTarget };

/** The expected answer to an item. A document without a kind may be of any kind, and has to name its item. */
export type AnswerWanted =
  | { readonly by: 'document'; readonly kind: DocumentKind | null; readonly side: DocumentSide | null }
  | { readonly by: 'field'; readonly field: string }
  | { readonly by: 'text' };

/**
 * The expected answer to an item: its target, or by default the subject of its code. It is derived and never stored,
 * so that the current catalogue applies to items of any age.
 */
export function answerTo({ code, target }: Asked): AnswerWanted {
  const declared: DeclaredCode = REQUIREMENT_CODES[code];
  const named = target.field !== undefined || target.documentKind !== undefined;
  const about: RequirementTarget = named || declared.answer === 'text' ? target : (declared.about ?? {});
  const { field, documentKind } = about;
  if (field && !(documentKind && declared.answer === 'document')) return { by: 'field', field };
  if (!documentKind && declared.answer !== 'document') return { by: 'text' };
  const kind = documentKind ?? null;
  return { by: 'document', kind, side: declared.answer === 'document' ? sideOf(kind, declared.side) : null };
}

/** A kind without this side is requested whole, because otherwise nothing could answer the item. */
function sideOf(kind: DocumentKind | null, side: DocumentSide | undefined): DocumentSide | null {
  if (!side) return null;
  return !kind || (DOCUMENT_KINDS[kind].sides as readonly DocumentSide[]).includes(side) ? side : null;
}

/** An upload that may answer an item; `isFor` means that it was uploaded for this item. */
export type GivenDocument = { readonly kind: string; readonly side: string; readonly isFor: boolean };

/**
 * Does a change of these fields, or this upload, answer the item? Text answers only the items for which `answerTo`
 * says so.
 */
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

type CodeWithOtherWay = {
  [Code in RequirementCode]: (typeof REQUIREMENT_CODES)[Code] extends { readonly nextBy: AnsweredBy } ? Code : never;
}[RequirementCode];
/** Is it answered in the other way, which has its own `next`? */
export const isAnsweredOtherwise = (asked: Asked): asked is Asked & { readonly code: CodeWithOtherWay } => {
  const { nextBy }: DeclaredCode = REQUIREMENT_CODES[asked.code];
  return nextBy === answerTo(asked).by;
};

/** The instruction for the customer about an item. */
export const nextFor = (asked: Asked): Message =>
  isAnsweredOtherwise(asked)
    ? message(`requirementCodes.${asked.code}.nextBy`)
    : message(`requirementCodes.${asked.code}.next`);

/**
 * The expected answer to an item as a sentence, for callers of the API.
 * @param program in the language of the sentence.
 */
export function howToAnswer(program: ProgramView, asked: Asked): Message {
  const answer = answerTo(asked);
  if (answer.by === 'text') return message('requirements.answerInWords');
  if (answer.by === 'field') return message('requirements.changeField', { field: labelOf(program, answer.field) });
  return answer.kind
    ? message('requirements.upload', { document: documentName(answer.kind, answer.side) })
    : message('requirements.uploadAny');
}

/** The codes that a person can ask a customer of this program for; none for fields that it lacks. */
export const codesToAsk = (program: ProgramView): RequirementCode[] =>
  RequirementCode.options.filter((code) => {
    const { fits, ...declared }: DeclaredCode = REQUIREMENT_CODES[code];
    if (declared.answer === 'field' && questionFor(program, declared.about.field) === null) return false;
    return fits === undefined || (fits === 'business' && program.type === 'BUSINESS');
  });

/** Why this cannot be asked of a customer of this program, with the part that is wrong; null when it can. */
export function askProblem(
  program: ProgramView,
  { code, target }: Asked,
): { path: 'code' | 'target'; message: Message } | null {
  if (!codesToAsk(program).includes(code)) {
    const { fits }: DeclaredCode = REQUIREMENT_CODES[code];
    return { path: 'code', message: WHY_NOT[fits ?? 'field'] };
  }
  if (target.field !== undefined && questionFor(program, target.field) === null)
    return { path: 'target', message: message('refusals.decisions.noSuchField') };
  if (target.field && target.documentKind)
    return { path: 'target', message: message('refusals.decisions.fieldOrDocument') };
  const declared: DeclaredCode = REQUIREMENT_CODES[code];
  const side = declared.answer === 'document' ? declared.side : undefined;
  if (side && target.documentKind && sideOf(target.documentKind, side) === null) {
    const kind = documentNoun(target.documentKind);
    return { path: 'target', message: message('documents.hasNoSide', { kind, side }) };
  }
  return null;
}

const WHY_NOT = {
  business: message('refusals.decisions.onlyOfBusiness'),
  gate: message('refusals.decisions.askedByItself'),
  field: message('refusals.decisions.noFieldForIt'),
} as const;
