import { z } from 'zod';
import type { CustomerEvent } from '../customer/lifecycle.ts';
import { type ReasonCode, reasonSchema } from '../customer/reasons.ts';
import type { FieldIssue } from '../errors.ts';
import type { Message } from '../messages/message.ts';
import { messageOfIssue, problem } from '../messages/of-issue.ts';
import { prose } from '../profile/text.ts';
import { RequirementAsk } from '../requirement/schema.ts';
import type { StaffRole } from '../staff/roles.ts';
import type { Condition } from './conditions.ts';

type DecisionDeclaration = {
  /**
   * The role that decides alone, where one person is enough, and that confirms. Every role but the auditor may
   * propose.
   */
  readonly role: Exclude<StaffRole, 'auditor'>;
  /** Its fields. The API's input, its refusals and the desk's form derive from them. */
  readonly fields: Readonly<Partial<Record<DecisionField, z.ZodType>>>;
  /** The conditions besides the status, in the order in which they are checked. */
  readonly needs: readonly Condition[];
  /** It requires two people while this does not hold, even where the lifecycle's row requires one. */
  readonly aloneIf?: Condition;
};

/** The reason, for colleagues. */
const note = prose(4000, problem('input.note'));
/** A message for the customer, on the page of the new status. */
const message = prose(2000).exactOptional();
const NOTHING_ASKED = problem('input.items');
const items = z.array(RequirementAsk, NOTHING_ASKED).min(1, NOTHING_ASKED).max(20, problem('input.mostItems'));

/**
 * Every decision that people take about a customer. The lifecycle declares its target and the number of people.
 * Approving and requesting information are verdicts of the manual check, from which the engine moves the status.
 */
export const DECISIONS = {
  approve: {
    role: 'approver',
    fields: { note: note.exactOptional() },
    needs: ['CHECKS_DONE'],
    aloneIf: 'NO_CHECK_FAILED',
  },
  requestInformation: {
    role: 'reviewer',
    fields: { items, note: note.exactOptional() },
    needs: ['CHECKS_DONE', 'NO_CHECK_FAILED'],
  },
  reject: {
    role: 'approver',
    fields: { reasonCode: reasonSchema('reject'), message, note },
    needs: [],
  },
  deactivate: {
    role: 'admin',
    fields: {
      reasonCode: reasonSchema('deactivate'),
      temporary: z.boolean(problem('input.reversible')),
      message,
      note,
    },
    needs: [],
  },
  reopen: {
    role: 'approver',
    fields: { items, reasonCode: reasonSchema('reopen'), note },
    needs: [],
  },
  reactivate: {
    role: 'admin',
    fields: { reasonCode: reasonSchema('reactivate'), note },
    // A new run of checks starts with the proposal, and the second person decides on its result.
    needs: ['REVERSIBLE', 'CHECKS_DONE', 'NOTHING_ASKED'],
  },
} as const satisfies Partial<Record<CustomerEvent, DecisionDeclaration>>;

export type DecisionEvent = keyof typeof DECISIONS;
export const DECISION_EVENTS = Object.keys(DECISIONS) as [DecisionEvent, ...DecisionEvent[]];
export const isDecision = (event: string): event is DecisionEvent => Object.hasOwn(DECISIONS, event);

/** A decision's row with all optional parts. */
export const decisionOf = (event: DecisionEvent): DecisionDeclaration => DECISIONS[event];

export type DecisionField = 'items' | 'reasonCode' | 'temporary' | 'message' | 'note';
/** Does this decision have the field? */
export const takes = (event: DecisionEvent, field: DecisionField): boolean => field in DECISIONS[event].fields;
/** Is the field required? */
export const demands = (event: DecisionEvent, field: DecisionField): boolean =>
  decisionIssues({ event }).some(({ path }) => path === field);

/** The input of a decision. */
export type Decided = {
  readonly event: DecisionEvent;
  readonly reasonCode?: ReasonCode;
  /** Deactivation only: can it be undone? */
  readonly temporary?: boolean;
  /** For colleagues. */
  readonly note?: string;
  /** For the customer. */
  readonly message?: string;
  /** The requested items, for a request or a reopening. */
  readonly items?: readonly RequirementAsk[];
};

/** The issues of a decision's input, with their paths; empty when it is valid. */
export function decisionIssues({ event, ...given }: Decided): FieldIssue<Message>[] {
  const read = z.strictObject(DECISIONS[event].fields as Record<string, z.ZodType>).safeParse(given);
  return read.success
    ? []
    : read.error.issues.map((issue) => ({ path: issue.path.join('.'), message: messageOfIssue(issue, given) }));
}
