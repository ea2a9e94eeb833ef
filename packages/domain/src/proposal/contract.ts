import { z } from 'zod';
import { type Contract, counter, id, shownId, time } from '../contract.ts';
import { DecisionAnswer } from '../decision/contract.ts';
import { DECISION_EVENTS } from '../decision/decisions.ts';
import { AskView } from '../requirement/contract.ts';
import { ProposalStatus } from './lifecycle.ts';

export const ProposalView = z.strictObject({
  id: shownId('proposal'),
  customerId: shownId('customer'),
  displayName: z.string(),
  decision: z.enum(DECISION_EVENTS),
  status: ProposalStatus,
  reason: z.string().nullable(),
  reasonCode: z.string().nullable(),
  temporary: z.boolean().nullable(),
  note: z.string().nullable(),
  message: z.string().nullable(),
  items: z.array(AskView).readonly(),
  proposedBy: z.strictObject({ id: shownId('staff'), name: z.string() }).nullable(),
  decidedBy: z.string().nullable(),
  createdAt: time,
  decidedAt: time.nullable(),
  /** Whether the record has changed since the proposal. The second person sees that before confirming. */
  changedSince: z.array(z.string()),
  /** Why the reader may not confirm or decline it; null when they may, and once it is decided. */
  whyNotConfirm: z.string().nullable(),
  whyNotDecline: z.string().nullable(),
});
export type ProposalView = z.output<typeof ProposalView>;

const proposalId = id('proposal');

export const proposalContract = {
  list: { output: z.array(ProposalView) },
  confirm: { input: z.strictObject({ proposalId, expectedVersion: counter }), output: DecisionAnswer },
  decline: { input: z.strictObject({ proposalId }), output: DecisionAnswer },
} satisfies Contract;
