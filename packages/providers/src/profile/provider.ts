import type { Answer, Evidence, Provider, Question, RequirementAsk } from '@gatehouse/domain';
import { fieldProblem } from './field-rules.ts';

/** Checks what a person typed against what its program declares: presence, formats, age. It asks nobody outside. */
export const profileProvider = {
  name: 'profile',
  answers: ['profile'],
  // It does not depend on documents, so a new photo does not ask it again.
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
      const { outcome, text } = problem;
      return { type: 'field', field, ok: false, text, problem: outcome === 'failed' ? outcome : outcome.ask };
    });
  // A failure is for a person; nothing is asked of the customer beside it.
  if (results.some(({ problem }) => problem?.outcome === 'failed'))
    return { kind: 'verdict', verdict: 'FAILED', asks: [], evidence };
  const asks = results.flatMap(({ field, problem }): RequirementAsk[] =>
    problem && problem.outcome !== 'failed'
      ? [{ code: problem.outcome.ask, target: { field }, customerMessage: problem.text }]
      : [],
  );
  return { kind: 'verdict', verdict: asks.length > 0 ? 'NEEDS_INFORMATION' : 'PASSED', asks, evidence };
}
