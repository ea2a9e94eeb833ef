import { type Field, type FieldProblem, RequirementCode } from '@gatehouse/domain';

/** Null when nothing is wrong with the field on this day. An optional field that is empty is fine. */
export function fieldProblem(
  { label, required, schema, judge }: Field,
  value: unknown,
  today: string,
): FieldProblem | null {
  if (value === undefined || value === null) return required ? clarify(`${label} is missing.`) : null;
  const parsed = schema.safeParse(value);
  return parsed.success ? (judge?.(parsed.data, today) ?? null) : invalid(label, parsed.error.issues);
}

const clarify = (text: string): FieldProblem => ({ text, outcome: { ask: 'CLARIFICATION' } });

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
