import { schema } from '@gatehouse/db';
import {
  confirmRefusal,
  type Decided,
  type DecisionAnswer,
  declineRefusal,
  message,
  offers,
  type ProposalEvent,
  proposalLifecycle,
  Refusal,
  type RequirementAsk,
  statusName,
} from '@gatehouse/domain';
import { eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { combine, type Move } from '../record/change.ts';
import type { CustomerRecord } from '../record/load.ts';
import { mutate } from '../record/mutate.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';
import { alreadyDecided, type DecidedBy, lastDecision, refuseConflict, standing } from './conflict.ts';
import { decidedAnswer, refuse } from './decide.ts';
import { EFFECTS, ON_DECLINE } from './effect.ts';
import { loadFacts } from './offers.ts';

type ProposalRow = typeof schema.proposal.$inferSelect;
type ProposalWords = { note?: string; message?: string; items?: RequirementAsk[] };

/**
 * Confirms someone else's proposal and applies it. A repeated confirmation by the same person gets the same answer.
 * @param expectedVersion the version of the record that the person looked at.
 * @throws SAME_PERSON, NOT_PERMITTED, ALREADY_DECIDED, VERSION_CONFLICT
 */
export async function confirm(
  deps: Deps,
  actor: StaffActor,
  proposalId: string,
  expectedVersion?: number,
): Promise<DecisionAnswer> {
  requireStaff(actor, 'reviewer');
  const found = await findProposal(deps, proposalId);
  return mutate(deps, actor, found.tenantId, found.customerId, async (record) => {
    const proposal = await current(deps, record, actor, proposalId, 'confirm');
    if (!proposal) return { change: null, answer: decidedAnswer };
    const decided = decidedOf(record, proposal);
    const facts = await loadFacts(deps, record);
    const refused = confirmRefusal({ event: decided.event, proposedBy: proposal.proposedBy }, facts, actor);
    // The proposer is refused first, because no version would change that.
    if (refused?.code === 'SAME_PERSON') refuse(refused, record, []);
    await refuseConflict(deps, record, actor, expectedVersion);
    refuse(refused, record, offers(facts, actor));
    return {
      change: combine(await EFFECTS[decided.event](deps, record, { actor, decided, proposalId }), {
        moves: [moveOf(proposal, 'confirm')],
      }),
      answer: decidedAnswer,
    };
  });
}

/** Declines a proposal with the rights to confirm it, or withdraws one's own. The status is unchanged. */
export async function decline(deps: Deps, actor: StaffActor, proposalId: string): Promise<DecisionAnswer> {
  requireStaff(actor, 'reviewer');
  const found = await findProposal(deps, proposalId);
  return mutate(deps, actor, found.tenantId, found.customerId, async (record) => {
    const proposal = await current(deps, record, actor, proposalId, 'decline');
    if (!proposal) return { change: null, answer: decidedAnswer };
    const event = proposal.decision;
    refuse(declineRefusal({ event, proposedBy: proposal.proposedBy }, actor), record, []);
    return {
      change: combine(await ON_DECLINE[event]?.(deps, record), { moves: [moveOf(proposal, 'decline')] }),
      answer: decidedAnswer,
    };
  });
}

const moveOf = ({ id, status, decision }: ProposalRow, event: ProposalEvent): Move => ({
  lifecycle: 'proposal',
  ...{ event, id, from: status, decision },
});

export function decidedOf(record: CustomerRecord, proposal: ProposalRow): Decided {
  const words = proposal.sealed ? record.key.open<ProposalWords>('proposal', proposal.sealed) : {};
  return {
    event: proposal.decision,
    ...(proposal.reasonCode ? { reasonCode: proposal.reasonCode } : {}),
    ...(proposal.temporary === null ? {} : { temporary: proposal.temporary }),
    ...words,
  };
}

/** @throws NOT_FOUND */
async function findProposal(deps: Deps, proposalId: string): Promise<ProposalRow> {
  const [row] = await deps.db.select().from(schema.proposal).where(eq(schema.proposal.id, proposalId));
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

/**
 * The proposal at the record's revision, or null when the same person already ended it in this way: a double click.
 * @throws ALREADY_DECIDED if a person ended it otherwise or changed the status; VERSION_CONFLICT if the engine did.
 */
async function current(
  deps: Deps,
  record: CustomerRecord,
  actor: StaffActor,
  proposalId: string,
  wanted: ProposalEvent,
): Promise<ProposalRow | null> {
  const proposal = await findProposal(deps, proposalId);
  if (proposalLifecycle.may(proposal.status, wanted) && record.customer.openProposalId === proposalId) return proposal;
  if (
    proposal.status === proposalLifecycle.step(proposalLifecycle.initial, wanted) &&
    proposal.decidedBy === actor.staffId
  )
    return null;
  const by = proposal.decidedBy ? await deciderOf(deps, proposal) : await lastDecision(deps, record);
  if (by) throw alreadyDecided(record, by, by.staffId === actor.staffId ? 'decidedByYou' : 'proposalDecided');
  const status = statusName(record.customer.customerStatus);
  throw new Refusal('VERSION_CONFLICT', {
    says: message('refusals.decisions.proposalClosed', { status }),
    data: standing(record),
  });
}

async function deciderOf(deps: Deps, { decidedBy, decidedAt }: ProposalRow): Promise<DecidedBy | null> {
  const [row] = await deps.sql<{ id: string; name: string }[]>`select id, name from staff where id = ${decidedBy}`;
  return row && decidedAt ? { staffId: row.id, name: row.name, at: decidedAt } : null;
}
