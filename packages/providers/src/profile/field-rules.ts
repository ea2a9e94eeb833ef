import {
  ageOn,
  INDIVIDUAL_FIELDS,
  type IndividualField,
  type IndividualProfile,
  MINIMUM_AGE,
  RequirementCode,
} from '@gatehouse/domain';

/** What is wrong with a field: what is asked of the customer, or a failure that no answer can settle. */
export type FieldProblem = {
  readonly text: string;
  readonly outcome: { readonly ask: RequirementCode } | 'failed';
};

/** Nobody has been proven to be older than 122; above this age the year is a slip of the keyboard. */
const OLDEST = 120;

const clarify = (text: string): FieldProblem => ({ text, outcome: { ask: 'CLARIFICATION' } });
const nameHasLetters = (name: string): FieldProblem | null =>
  /\p{L}/u.test(name) ? null : clarify('The name has no letters.');

type Rules = {
  readonly [F in IndividualField]?: (value: NonNullable<IndividualProfile[F]>, today: string) => FieldProblem | null;
};

/** What is asked of a field beyond its format. The first thing that is wrong is said. */
const RULES: Rules = {
  givenNames: nameHasLetters,
  familyName: nameHasLetters,
  birthDate: (birthDate, today) => {
    if (birthDate > today) return clarify('The date of birth lies in the future.');
    const age = ageOn(birthDate, today);
    if (age < MINIMUM_AGE) return { text: `Younger than ${MINIMUM_AGE}.`, outcome: 'failed' };
    return age > OLDEST ? clarify('Check the year of birth.') : null;
  },
};

/** Null when nothing is wrong with the field on this day. An optional field that is empty is fine. */
export function fieldProblem(field: IndividualField, value: unknown, today: string): FieldProblem | null {
  const { label, required, schema } = INDIVIDUAL_FIELDS[field];
  if (value === undefined || value === null) return required ? clarify(`${label} is missing.`) : null;
  const parsed = schema.safeParse(value);
  if (!parsed.success) return invalid(label, parsed.error.issues);
  // The schema of this field has just been held against the value, so the rule of the same field may have it.
  const rule = RULES[field] as ((value: unknown, today: string) => FieldProblem | null) | undefined;
  return rule?.(parsed.data, today) ?? null;
}

type Issue = {
  readonly code: string;
  readonly message: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
};

/** An issue may name the code by which it is asked; what stands in it is the domain's own table. */
function invalid(label: string, issues: readonly Issue[]): FieldProblem {
  const coded = issues.find((issue) => RequirementCode.safeParse(issue.params?.requirementCode).success);
  if (!coded) return clarify(`${label} is not valid: ${sentence(issues)}`);
  return { text: coded.message, outcome: { ask: coded.params?.requirementCode as RequirementCode } };
}

/** The schemas' own sentences are written for people; a structure that does not fit at all has none. */
const sentence = (issues: readonly Issue[]): string =>
  issues.find((issue) => issue.code !== 'invalid_type' && issue.code !== 'unrecognized_keys')?.message ??
  'something is missing.';
