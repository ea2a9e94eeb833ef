import { z } from 'zod';
import { DOCUMENT_KINDS, type DocumentFact } from '../document/kinds.ts';
import { RequirementCode } from '../requirement/codes.ts';
import type { Profile } from './profile.ts';
import { identityKinds, type Program, questionsOf } from './program.ts';

/** One thing that stands between a profile and its submission. */
export const Missing = z.strictObject({
  kind: z.enum(['field', 'document', 'declaration']),
  field: z.string().exactOptional(),
  code: RequirementCode.exactOptional(),
  message: z.string(),
});
export type Missing = z.output<typeof Missing>;

/** What the gate looks at. */
type Given = {
  readonly profile: Profile;
  readonly documents: readonly Pick<DocumentFact, 'kind' | 'side'>[];
  readonly declared: boolean;
};

/**
 * The completeness gate: everything that a program asks for and that is still missing, in the order in which a person
 * would fill it in. Empty means that the submission starts by itself. The declaration comes last on purpose: it is given
 * over complete data, and giving it is what submits.
 */
export function gate({ view }: Program, { profile, documents, declared }: Given): Missing[] {
  const missing: Missing[] = questionsOf(view)
    .filter(({ field, optional }) => !optional && profile[field] === undefined)
    .map(({ field, label }) => ({ kind: 'field', field, message: `${label} is missing.` }));
  missing.push(...missingIdentity(view, documents));
  if (!declared)
    missing.push({ kind: 'declaration', code: 'DECLARATION_MISSING', message: 'The declaration has not been given.' });
  return missing;
}

/** An identity document counts when every side of it is there. Of several begun ones, the first is named. */
function missingIdentity(view: Program['view'], documents: Given['documents']): Missing[] {
  const accepted = identityKinds(view);
  if (accepted.length === 0) return [];
  const begun = documents.filter((document) => accepted.includes(document.kind));
  const open = [...new Set(begun.map((document) => document.kind))].map((kind) => ({
    kind,
    sides: DOCUMENT_KINDS[kind].sides.filter((side) => !begun.some((each) => each.kind === kind && each.side === side)),
  }));
  if (open.some((each) => each.sides.length === 0)) return [];
  const nearest = open[0];
  if (!nearest) return [{ kind: 'document', code: 'DOCUMENT_MISSING', message: 'An identity document is missing.' }];
  return nearest.sides.map((side) => ({
    kind: 'document',
    code: side === 'FRONT' ? 'DOCUMENT_MISSING_FRONT' : 'DOCUMENT_MISSING_BACK',
    message: `The ${side.toLowerCase()} of the ${DOCUMENT_KINDS[nearest.kind].label.toLowerCase()} is missing.`,
  }));
}
