import type { CustomerStatus } from '../customer/lifecycle.ts';

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
    refusal: 'The checks are still running. Decide when they are done.',
  },
  NO_CHECK_FAILED: {
    holds: ({ checkFailed }) => !checkFailed,
    refusal: 'A failed check stands in the way: reject, or have two people approve.',
  },
  NOTHING_ASKED: {
    holds: ({ checkAsks }) => !checkAsks,
    refusal: 'A check asks for something, and a deactivated customer cannot be asked. Decline, and settle it first.',
  },
  REVERSIBLE: { holds: ({ reversible }) => reversible, refusal: 'This deactivation is permanent.' },
} as const satisfies Record<string, { holds: (facts: DecisionFacts) => boolean; refusal: string }>;

export type Condition = keyof typeof CONDITIONS;
