import { schema, step } from '@gatehouse/db';
import { type Actor, type AuditAction, actorId, type ProposalEvent, proposalLifecycle } from '@gatehouse/domain';
import { type Change, combine, type Move } from './change.ts';
import type { CustomerRecord } from './load.ts';
import { moveCustomer } from './transition.ts';

type Lifecycle = Move['lifecycle'];
type Effects<Name extends Lifecycle> = (
  record: CustomerRecord,
  move: Extract<Move, { lifecycle: Name }>,
  actor: Actor,
) => Change;

/**
 * The effects of a move, for each lifecycle: its row with the old and new status, its history, the audit entry, the
 * event, and further moves. A lifecycle that is added to `Move` does not compile until it is here.
 */
const EFFECTS: { readonly [Name in Lifecycle]: Effects<Name> } = {
  // The customer's own row is the head of every change and is compared by revision.
  customer: moveCustomer,
  proposal: (record, { event, from, id, decision }, actor) => {
    const action = PROPOSAL_ACTIONS[event];
    const row = {
      tenantId: record.customer.tenantId,
      id,
      status: proposalLifecycle.step(from, event),
      decidedAt: record.now,
    };
    return {
      set: { openProposalId: null },
      audit: action ? [{ action, about: { proposal: id, decision } }] : [],
      writes: [step(schema.proposal, action ? { ...row, decidedBy: actorId(actor) } : row, 'status', from)],
    };
  },
};

/** The audit entry. An expiry has none, because the transition that caused it has one. */
const PROPOSAL_ACTIONS = {
  confirm: 'proposal.confirmed',
  decline: 'proposal.declined',
  expire: null,
} as const satisfies Record<ProposalEvent, AuditAction | null>;

/** The effects of moves, and of the moves that follow from them. */
export function effectsOf(record: CustomerRecord, moves: readonly Move[], actor: Actor): Change {
  return combine(
    ...moves.map((move) => {
      const { moves: brought = [], ...effects } = (EFFECTS[move.lifecycle] as Effects<Lifecycle>)(record, move, actor);
      return combine(effects, brought.length > 0 ? effectsOf(record, brought, actor) : null);
    }),
  );
}
