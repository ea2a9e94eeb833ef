import {
  type Answer,
  ENGLISH,
  type Evidence,
  type Field,
  type FieldProblem,
  type InputIssue,
  type Message,
  message,
  messageOfIssue,
  type Provider,
  type Question,
  type RequirementAsk,
  RequirementCode,
  say,
} from '@gatehouse/domain';

/** Checks the profile against the program's declaration: presence, formats, age. It makes no external calls. */
export const profileProvider = {
  name: 'profile',
  answers: ['profile'],
  // Documents are not part of its input, so a new photo does not repeat it.
  input: ({ profile }) => profile,
  ask: async (question) => judge(question),
} as const satisfies Provider;

function judge({ snapshot, program, today }: Question): Answer {
  const results = Object.entries(program.fields).map(([field, declared]) => ({
    field,
    problem: fieldProblem(declared, snapshot.profile[field], today),
  }));
  const evidence = results
    .filter(({ field, problem }) => problem !== null || snapshot.profile[field] !== undefined)
    .map(({ field, problem }): Evidence => {
      if (!problem) return { type: 'field', field, ok: true, text: 'Nothing stands out.' };
      const { outcome, says } = problem;
      return {
        type: 'field',
        field,
        ok: false,
        text: say(ENGLISH, says),
        problem: outcome === 'failed' ? outcome : outcome.ask,
      };
    });
  // A failure goes to manual review, and the customer is asked for nothing.
  if (results.some(({ problem }) => problem?.outcome === 'failed'))
    return { kind: 'verdict', verdict: 'FAILED', asks: [], evidence };
  const asks = results.flatMap(({ field, problem }): RequirementAsk[] =>
    problem && problem.outcome !== 'failed'
      ? [{ code: problem.outcome.ask, target: { field }, says: [problem.says] }]
      : [],
  );
  return { kind: 'verdict', verdict: asks.length > 0 ? 'NEEDS_INFORMATION' : 'PASSED', asks, evidence };
}

/** The problem of a field on this day, or null. An empty optional field is fine. */
function fieldProblem({ label, required, schema, judge }: Field, value: unknown, today: string): FieldProblem | null {
  if (value === undefined || value === null)
    return required ? clarify(message('program.fieldMissing', { label })) : null;
  const parsed = schema.safeParse(value);
  return parsed.success ? (judge?.(parsed.data, today) ?? null) : invalid(label, parsed.error.issues, value);
}

const clarify = (says: Message): FieldProblem => ({ says, outcome: { ask: 'CLARIFICATION' } });

/** An issue may name its requirement code, which comes from the domain's own table. */
function invalid(label: string, issues: readonly InputIssue[], value: unknown): FieldProblem {
  const coded = issues.find((issue) => RequirementCode.safeParse(codeIn(issue)).success);
  if (!coded) return clarify(message('input.notValid', { label, why: why(issues, value) }));
  return { says: messageOfIssue(coded, value), outcome: { ask: codeIn(coded) as RequirementCode } };
}

const codeIn = (issue: InputIssue): unknown => (issue.code === 'custom' ? issue.params?.requirementCode : undefined);

/** The schemas' own messages are written for people; zod's messages about structures are not. */
function why(issues: readonly InputIssue[], value: unknown): Message {
  const told = issues.find((issue) => issue.code !== 'invalid_type' && issue.code !== 'unrecognized_keys');
  return told ? messageOfIssue(told, value) : message('input.partMissing');
}
