import { z } from 'zod';
import { type Contract, counter, id, shownId } from '../contract.ts';
import { CustomerStatus } from '../customer/lifecycle.ts';
import { DECISION_EVENTS, DECISIONS, type DecisionEvent } from './decisions.ts';

/** The result of a decision: it took effect, or waits for a second person. */
export const DecisionAnswer = z.strictObject({
  outcome: z.enum(['decided', 'proposed']),
  customerStatus: CustomerStatus,
  proposalId: shownId('proposal').nullable(),
});
export type DecisionAnswer = z.output<typeof DecisionAnswer>;

/** The version is required, so that a decision is always about the record that its author saw. */
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
