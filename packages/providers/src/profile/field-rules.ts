import {
  ENGLISH,
  type Field,
  type FieldProblem,
  type InputIssue,
  messageOfIssue,
  RequirementCode,
  say,
} from '@gatehouse/domain';

/** Null when nothing is wrong with the field on this day. An optional field that is empty is fine. */
export function fieldProblem(
  { label, required, schema, judge }: Field,
  value: unknown,
  today: string,
): FieldProblem | null {
  if (value === undefined || value === null) return required ? clarify(`${label} is missing.`) : null;
  const parsed = schema.safeParse(value);
  return parsed.success ? (judge?.(parsed.data, today) ?? null) : invalid(label, parsed.error.issues, value);
}

const clarify = (text: string): FieldProblem => ({ text, outcome: { ask: 'CLARIFICATION' } });

/** An issue may name the code by which it is asked; what stands in it is the domain's own table. */
function invalid(label: string, issues: readonly InputIssue[], value: unknown): FieldProblem {
  const coded = issues.find((issue) => RequirementCode.safeParse(codeIn(issue)).success);
  if (!coded) return clarify(`${label} is not valid: ${sentence(issues, value)}`);
  return { text: english(coded, value), outcome: { ask: codeIn(coded) as RequirementCode } };
}

const codeIn = (issue: InputIssue): unknown => (issue.code === 'custom' ? issue.params?.requirementCode : undefined);

/** What a check finds is kept, and kept in English. */
const english = (issue: InputIssue, value: unknown): string => say(ENGLISH, messageOfIssue(issue, value));

/** The schemas' own sentences are written for people; a structure that does not fit at all has none. */
function sentence(issues: readonly InputIssue[], value: unknown): string {
  const told = issues.find((issue) => issue.code !== 'invalid_type' && issue.code !== 'unrecognized_keys');
  return told ? english(told, value) : 'something is missing.';
}
