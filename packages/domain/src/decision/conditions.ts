import type { CustomerStatus } from '../customer/lifecycle.ts';
import { type Message, message } from '../messages/message.ts';

/** The facts about a customer that decisions depend on. */
export type DecisionFacts = {
  readonly status: CustomerStatus;
  /** An automatic check has no verdict yet. */
  readonly checksRunning: boolean;
  /** A failed check is unresolved. */
  readonly checkFailed: boolean;
  /** A check of the open run asks the customer for something. */
  readonly checkAsks: boolean;
  /** The last change of status can be undone. */
  readonly reversible: boolean;
  /** The open proposal. */
  readonly proposal: { readonly proposedBy: string | null } | null;
};

/** The conditions of decisions, each with the message of its refusal. */
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
