import {
  type Answer,
  type DocumentKind,
  isIdentity,
  message,
  type Provider,
  type Question,
  type RequirementAsk,
  type SandboxBehaviour,
  sandboxBehaviour,
  statement,
  type Verdict,
} from '@gatehouse/domain';

/** How long the slow vendor takes, in milliseconds. */
export const SLOW_ANSWER_AFTER = 3_000;

/**
 * The sandbox vendor of a TEST tenant: the family name decides its answer (see `SANDBOX_VALUES` in the domain). It is
 * stateless: the same reference always has the same answer, for any worker and after any restart.
 *
 * @param now milliseconds since 1970, on the clock that made the reference.
 */
export const sandboxProvider = (now: () => number = Date.now) =>
  ({
    name: 'sandbox',
    answers: ['identity'],
    meaning: {
      label: 'Sandbox vendor',
      customerLabel: message('checks.identityInTest'),
      looksAt: 'The family name, which decides the answer in TEST. It knows nobody.',
    },
    input: ({ profile, documents }) => [profile, documents],
    ask: async (question) => {
      if (question.mode !== 'TEST') throw new Error('The sandbox vendor answers in TEST only.');
      const { sandboxField } = question.program;
      const value = sandboxField === undefined ? undefined : question.snapshot.profile[sandboxField];
      const behaviour = sandboxBehaviour(typeof value === 'string' ? value : undefined);
      return behaviour === null ? PASSED : BEHAVIOURS[behaviour](question, now());
    },
  }) as const satisfies Provider;

const verdict = (reached: Verdict, text: string, asks: readonly RequirementAsk[] = []): Answer => ({
  kind: 'verdict',
  verdict: reached,
  asks,
  evidence: [statement(text, reached === 'PASSED')],
});
const PASSED = verdict('PASSED', 'The sandbox vendor found nothing.');

const BEHAVIOURS = {
  inquire: (question) =>
    question.attempt > 1
      ? PASSED
      : verdict('NEEDS_INFORMATION', 'The sandbox vendor asks for a sharper document and a proof of address.', [
          { code: 'DOCUMENT_BLURRED', target: { documentKind: identityKind(question) } },
          { code: 'ADDRESS_UNVERIFIED', target: { documentKind: 'PROOF_OF_ADDRESS' } },
        ]),
  flagged: () => verdict('FLAGGED', 'The sandbox vendor wants a person to look.'),
  failing: () => verdict('FAILED', 'The sandbox vendor could not confirm this person.'),
  unreachable: () => {
    throw new Error('The sandbox vendor could not be reached.');
  },
  slow: (question, now) => {
    const left = startedAt(question.reference) + SLOW_ANSWER_AFTER - now;
    return left > 0 ? { kind: 'accepted', askAgainAfter: left } : PASSED;
  },
} as const satisfies Record<SandboxBehaviour, (question: Question, now: number) => Answer>;

/** The kind of the submitted identity document; by default a passport is requested. */
const identityKind = ({ snapshot }: Question): DocumentKind =>
  snapshot.documents.find((document) => isIdentity(document.kind))?.kind ?? 'PASSPORT';

/**
 * The time of the first question, from the uuid in its reference: version 7 begins with the milliseconds since 1970 in
 * 48 bits (RFC 9562, section 5.7). So the slow vendor needs no state.
 */
function startedAt(reference: string): number {
  const time = /([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/i.exec(reference);
  if (!time) throw new Error('The slow sandbox vendor needs a reference that holds a uuid of version 7.');
  return Number.parseInt(`${time[1]}${time[2]}`, 16);
}
