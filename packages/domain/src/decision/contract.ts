import { z } from 'zod';
import { type Contract, counter, id, shownId } from '../contract.ts';
import { CustomerStatus } from '../customer/lifecycle.ts';
import { DECISION_EVENTS, DECISIONS, type DecisionEvent } from './decisions.ts';

/** What came of a decision: it took effect, or waits for a second person. */
export const DecisionAnswer = z.strictObject({
  outcome: z.enum(['decided', 'proposed']),
  customerStatus: CustomerStatus,
  proposalId: shownId('proposal').nullable(),
});
export type DecisionAnswer = z.output<typeof DecisionAnswer>;

/** Nobody decides about a record other than the one they looked at, so naming its version is no choice. */
const of = { customerId: id('customer'), expectedVersion: counter };

const contractOf = <Event extends DecisionEvent>(event: Event) => ({
  input: z.strictObject({ ...of, ...DECISIONS[event].fields } as typeof of & (typeof DECISIONS)[Event]['fields']),
  output: DecisionAnswer,
});

export const decisionContract = {
  ...(Object.fromEntries(DECISION_EVENTS.map((event) => [event, contractOf(event)])) as {
    [Event in DecisionEvent]: ReturnType<typeof contractOf<Event>>;
  }),
  withdrawRequirement: {
    input: z.strictObject({ requirementId: id('requirement') }),
    output: z.strictObject({ customerStatus: CustomerStatus }),
  },
} satisfies Contract;
