import { DOCUMENT_KINDS, type DocumentFact, isIdentity } from '../document/kinds.ts';
import { INDIVIDUAL_FIELDS, IndividualField, type IndividualProfile } from '../profile/individual.ts';
import type { RequirementCode } from '../requirement/codes.ts';

/** One thing that stands between a profile and its submission. */
export type Missing = {
  readonly kind: 'field' | 'document' | 'declaration';
  readonly field?: IndividualField;
  readonly code?: RequirementCode;
  readonly message: string;
};

/**
 * The completeness gate (program `standard`, individual): everything that is still missing, in the order in which a
 * person would fill it in. Empty means that the submission starts by itself. The declaration comes last on purpose: it
 * is given over complete data, and giving it is what submits.
 */
export function gate(
  profile: IndividualProfile,
  documents: readonly Pick<DocumentFact, 'kind' | 'side'>[],
  declared: boolean,
): Missing[] {
  const missing: Missing[] = IndividualField.options
    .filter((field) => INDIVIDUAL_FIELDS[field].required && profile[field] === undefined)
    .map((field) => ({ kind: 'field', field, message: `${INDIVIDUAL_FIELDS[field].label} is missing.` }));
  missing.push(...missingIdentity(documents));
  if (!declared)
    missing.push({ kind: 'declaration', code: 'DECLARATION_MISSING', message: 'The declaration has not been given.' });
  return missing;
}

/** An identity document counts when every side of it is there. Of several begun ones, the first is named. */
function missingIdentity(documents: readonly Pick<DocumentFact, 'kind' | 'side'>[]): Missing[] {
  const begun = documents.filter((document) => isIdentity(document.kind));
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
