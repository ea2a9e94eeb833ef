import { z } from 'zod';
import { MODES } from '../actor.ts';
import { CheckKind } from '../check/kinds.ts';
import { CheckStatus } from '../check/lifecycle.ts';
import { REVIEW_POLICIES, RUN_OUTCOMES, RUN_PURPOSES } from '../check/plan.ts';
import { type Contract, counter, type InputsOf, id, shownId, time } from '../contract.ts';
import { OfferedAction } from '../customer/actions.ts';
import { CustomerDetail } from '../customer/contract.ts';
import { CustomerStatus, customerLifecycle } from '../customer/lifecycle.ts';
import { DocumentView } from '../document/contract.ts';
import { prose } from '../profile/text.ts';
import { programView } from '../program/view.ts';
import { ProposalView } from '../proposal/contract.ts';
import { AskView, CommentView, PinView } from '../requirement/contract.ts';
import { RequirementView } from '../webhook/body.ts';

const CaseCheck = z.strictObject({
  id: shownId('check'),
  kind: CheckKind,
  label: z.string(),
  /** The meaning of a pass, and its limits. */
  looksAt: z.string(),
  status: CheckStatus,
  resolved: z.boolean(),
  carried: z.boolean(),
  findings: z.array(
    z.strictObject({
      about: z.strictObject({ field: z.string().exactOptional(), documentId: z.string().exactOptional() }),
      ok: z.boolean(),
      text: z.string(),
    }),
  ),
  asks: z.array(AskView),
  note: z.string().nullable(),
  by: z.string().nullable(),
  finishedAt: time.nullable(),
});
export type CaseCheck = z.output<typeof CaseCheck>;

const CaseRun = z.strictObject({
  id: shownId('run'),
  purpose: z.enum(RUN_PURPOSES),
  attempt: z.int(),
  outcome: z.enum(RUN_OUTCOMES).nullable(),
  createdAt: time,
  endedAt: time.nullable(),
  open: z.boolean(),
  checks: z.array(CaseCheck),
});
export type CaseRun = z.output<typeof CaseRun>;

const CaseHistory = z.strictObject({
  changes: z.array(
    z.strictObject({
      id: shownId('statusChange'),
      at: time,
      /** The version of the record that this change made. */
      version: counter,
      event: customerLifecycle.eventSchema,
      from: CustomerStatus,
      to: CustomerStatus,
      actor: z.string(),
      reason: z.string().nullable(),
      note: z.string().nullable(),
      message: z.string().nullable(),
      temporary: z.boolean().nullable(),
    }),
  ),
  notes: z.array(z.strictObject({ id: shownId('note'), at: time, author: z.string(), text: z.string() })),
});
export type CaseHistory = z.output<typeof CaseHistory>;

/** An item with the free text of the reviewer and of the customer. */
const CaseRequirement = RequirementView.extend({
  customerMessage: z.string().exactOptional(),
  internalNote: z.string().exactOptional(),
  pin: PinView.exactOptional(),
  answer: z.string().exactOptional(),
  /** Comments on an item that a document or a field answers, oldest first. */
  comments: z.array(CommentView).readonly().exactOptional(),
  round: z.int(),
  askedBy: z.string(),
  askedAt: time,
  answeredAt: time.nullable(),
});

/** One reason for a manual review: the check, and what it found. */
const WhyAPerson = z.strictObject({
  kind: z.enum(['failed', 'flagged', 'unreachable', 'unclear', 'review']),
  /** The check's label. */
  check: z.string(),
  found: z.array(z.string()),
});
export type WhyAPerson = z.output<typeof WhyAPerson>;

/** Everything that a person needs to decide, in one answer. */
const Case = z.strictObject({
  customer: CustomerDetail,
  /** The fields of the customer's program, with their labels. */
  program: programView,
  mode: z.enum(MODES),
  /** How far the clock of these times is ahead of real time, in milliseconds. */
  clockOffset: z.number(),
  partner: z.strictObject({ name: z.string(), reviewPolicy: z.enum(REVIEW_POLICIES), sendsEmails: z.boolean() }),
  assignee: z.strictObject({ id: shownId('staff'), name: z.string() }).nullable(),
  documents: z.array(DocumentView),
  runs: z.array(CaseRun),
  requirements: z.array(CaseRequirement),
  history: CaseHistory,
  proposals: z.array(ProposalView),
  actions: z.array(OfferedAction),
  needsPerson: z.boolean(),
  /**
   * The reasons for a manual review, the most serious first. The engine never rejects: a failed check is a reason
   * here.
   */
  why: z.array(WhyAPerson),
  /** The data of the previous submission, so that unrequested changes stand out. */
  before: z.record(z.string(), z.unknown()).nullable(),
});
export type Case = z.output<typeof Case>;

const customerId = id('customer');

export const caseContract = {
  get: { input: z.strictObject({ customerId }), output: Case },
  note: {
    input: z.strictObject({ customerId, text: prose(4000) }),
    output: z.strictObject({ id: shownId('note') }),
  },
} satisfies Contract;

export type CaseInputs = InputsOf<typeof caseContract>;
