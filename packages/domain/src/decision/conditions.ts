import type { CustomerStatus } from '../customer/lifecycle.ts';
import { type Message, message } from '../messages/message.ts';

/** What is known of a customer when somebody decides about them. */
export type DecisionFacts = {
  readonly status: CustomerStatus;
  /** Some automatic check has no verdict yet. */
  readonly checksRunning: boolean;
  /** A failed check that nobody has resolved. */
  readonly checkFailed: boolean;
  /** A check of the open run asks the customer for something. */
  readonly checkAsks: boolean;
  /** The change of status that stands can be undone. */
  readonly reversible: boolean;
  /** What waits for a second person already. */
  readonly proposal: { readonly proposedBy: string | null } | null;
};

/** What a decision may ask of the circumstances, each with the sentence that refuses it. */
export const CONDITIONS = {
  CHECKS_DONE: {
    holds: ({ checksRunning }) => !checksRunning,
    refusal: message('refusals.decisions.checksRunning'),
  },
  NO_CHECK_FAILED: {
    holds: ({ checkFailed }) => !checkFailed,
    refusal: message('refusals.decisions.checkFailed'),
  },
  NOTHING_ASKED: {
    holds: ({ checkAsks }) => !checkAsks,
    refusal: message('refusals.decisions.checkAsks'),
  },
  REVERSIBLE: { holds: ({ reversible }) => reversible, refusal: message('refusals.decisions.permanent') },
} as const satisfies Record<string, { holds: (facts: DecisionFacts) => boolean; refusal: Message }>;

export type Condition = keyof typeof CONDITIONS;
