import { z } from 'zod';
import { DOCUMENT_KINDS, type DocumentFact } from '../document/kinds.ts';
import { documentNoun } from '../document/names.ts';
import { type Message, message } from '../messages/message.ts';
import { RequirementCode } from '../requirement/codes.ts';
import type { Profile } from './profile.ts';
import { identityKinds, type ProgramView, questionsOf } from './view.ts';

/** One item that is missing for a submission. */
export const MissingView = z.strictObject({
  kind: z.enum(['field', 'document', 'declaration']),
  field: z.string().exactOptional(),
  code: RequirementCode.exactOptional(),
  message: z.string(),
});
export type MissingView = z.output<typeof MissingView>;
/** The same, without a language. */
export type Missing = Omit<MissingView, 'message'> & { readonly message: Message };

/** The input of the gate. */
type Given = {
  readonly profile: Profile;
  readonly documents: readonly Pick<DocumentFact, 'kind' | 'side'>[];
  readonly declared: boolean;
};

/**
 * The completeness gate: everything that a program requires and that is still missing, in the order of the pages.
 * Empty means that the submission starts automatically. The declaration comes last on purpose: it covers complete
 * data, and giving it submits.
 *
 * @param view the program in the language of the messages.
 */
export function gate(view: ProgramView, { profile, documents, declared }: Given): Missing[] {
  const missing: Missing[] = questionsOf(view)
    .filter(({ field, optional }) => !optional && profile[field] === undefined)
    .map(({ field, label }) => ({ kind: 'field', field, message: message('program.fieldMissing', { label }) }));
  missing.push(...missingIdentity(view, documents));
  if (!declared)
    missing.push({ kind: 'declaration', code: 'DECLARATION_MISSING', message: message('program.declarationMissing') });
  return missing;
}

/** An identity document counts when all its sides exist. The first of several incomplete ones is named. */
function missingIdentity(view: ProgramView, documents: Given['documents']): Missing[] {
  const accepted = identityKinds(view);
  if (accepted.length === 0) return [];
  const begun = documents.filter((document) => accepted.includes(document.kind));
  const open = [...new Set(begun.map((document) => document.kind))].map((kind) => ({
    kind,
    sides: DOCUMENT_KINDS[kind].sides.filter((side) => !begun.some((each) => each.kind === kind && each.side === side)),
  }));
  if (open.some((each) => each.sides.length === 0)) return [];
  const nearest = open[0];
  if (!nearest) return [{ kind: 'document', code: 'DOCUMENT_MISSING', message: message('documents.identityMissing') }];
  return nearest.sides.map((side) => ({
    kind: 'document',
    code: side === 'FRONT' ? 'DOCUMENT_MISSING_FRONT' : 'DOCUMENT_MISSING_BACK',
    message: message('documents.sideMissing', { side, kind: documentNoun(nearest.kind) }),
  }));
}
