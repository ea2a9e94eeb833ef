import { schema, update } from '@gatehouse/db';
import {
  type CustomerStatus,
  customerLifecycle,
  holds,
  type ReasonCode,
  Refusal,
  type RequirementAsk,
} from '@gatehouse/domain';
import { eq } from 'drizzle-orm';
import { amend } from '../amend.ts';
import { sayingWhatIsPossible } from '../customers/offers.ts';
import type { DecisionAnswer } from '../decisions/decide.ts';
import type { DecidableEvent, Decided } from '../decisions/decision.ts';
import { EFFECTS, ON_DECLINE } from '../decisions/effect.ts';
import { alreadyDecided, type DecidedBy, lastDecision, refuseOvertaken, standing } from '../decisions/overtaken.ts';
import type { Deps } from '../deps.ts';
import { allowed } from '../move.ts';
import type { CustomerRecord, CustomerRow } from '../record.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';

type ProposalRow = typeof schema.proposal.$inferSelect;
type ProposalWords = { note?: string; message?: string; items?: RequirementAsk[] };

/**
 * Confirms someone else's proposal and makes it take effect. Whoever confirmed it already and presses again is told the same.
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
  return amend(deps, found.tenantId, found.customerId, async (record) => {
    const proposal = await current(deps, record, actor, proposalId, 'CONFIRMED');
    if (!proposal) return { change: null, answer: decidedNow };
    if (proposal.proposedBy === actor.staffId) throw new Refusal('SAME_PERSON');
    const decided = decidedOf(record, proposal);
    await refuseOvertaken(deps, record, actor, expectedVersion);
    const change = await sayingWhatIsPossible(deps, record, actor, () => {
      requireSecond(record, actor, decided.event);
      return EFFECTS[decided.event](deps, record, { actor, decided, proposalId });
    });
    return {
      change: {
        ...change,
        set: { ...change.set, openProposalId: null },
        audit: [
          { action: 'proposal.confirmed', about: { proposal: proposalId, decision: decided.event } },
          ...change.audit,
        ],
        writes: [decidedRow(record, proposal, 'CONFIRMED', actor), ...(change.writes ?? [])],
      },
      answer: decidedNow,
    };
  });
}

/** The second person holds the role that the row asks for. @throws NOT_PERMITTED */
function requireSecond(record: CustomerRecord, actor: StaffActor, event: DecidableEvent): void {
  const needed = allowed(record, event).by === 'admin' ? 'admin' : 'approver';
  if (!holds(actor.role, needed)) throw new Refusal('NOT_PERMITTED', `This needs the role ${needed}.`);
}

/** Declines a proposal as its second person would confirm it, or takes one's own back. The status stays. Repeating is as above. */
export async function decline(deps: Deps, actor: StaffActor, proposalId: string): Promise<DecisionAnswer> {
  requireStaff(actor, 'reviewer');
  const found = await findProposal(deps, proposalId);
  return amend(deps, found.tenantId, found.customerId, async (record) => {
    const proposal = await current(deps, record, actor, proposalId, 'DECLINED');
    if (!proposal) return { change: null, answer: decidedNow };
    const event = proposal.decision as DecidableEvent;
    if (proposal.proposedBy !== actor.staffId) requireSecond(record, actor, event);
    const over = await ON_DECLINE[event]?.(deps, record);
    return {
      change: {
        actor,
        ...over,
        set: { ...over?.set, openProposalId: null },
        audit: [
          { action: 'proposal.declined', about: { proposal: proposalId, decision: event } },
          ...(over?.audit ?? []),
        ],
        writes: [decidedRow(record, proposal, 'DECLINED', actor), ...(over?.writes ?? [])],
      },
      answer: decidedNow,
    };
  });
}

const decidedNow = ({ customerStatus }: CustomerRow): DecisionAnswer => ({
  outcome: 'decided',
  customerStatus: customerStatus as CustomerStatus,
  proposalId: null,
});

type Outcome = 'CONFIRMED' | 'DECLINED';

const decidedRow = (record: CustomerRecord, { tenantId, id }: ProposalRow, status: Outcome, actor: StaffActor) =>
  update(schema.proposal, [{ tenantId, id, status, decidedBy: actor.staffId, decidedAt: record.now }]);

export function decidedOf(record: CustomerRecord, proposal: ProposalRow): Decided {
  const words = proposal.sealed ? record.key.open<ProposalWords>('proposal', proposal.sealed) : {};
  return {
    event: proposal.decision as DecidableEvent,
    ...(proposal.reasonCode ? { reasonCode: proposal.reasonCode as ReasonCode } : {}),
    ...(proposal.temporary === null ? {} : { temporary: proposal.temporary }),
    ...words,
  };
}

/** @throws NOT_FOUND */
export async function findProposal(deps: Deps, proposalId: string): Promise<ProposalRow> {
  const [row] = await deps.db.select().from(schema.proposal).where(eq(schema.proposal.id, proposalId));
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

/**
 * The proposal as it stands at the record's revision, or null when this very person ended it so before: a double click.
 * @throws ALREADY_DECIDED where somebody ended it otherwise, or moved the status past it; VERSION_CONFLICT where the engine did.
 */
async function current(
  deps: Deps,
  record: CustomerRecord,
  actor: StaffActor,
  proposalId: string,
  wanted: Outcome,
): Promise<ProposalRow | null> {
  const proposal = await findProposal(deps, proposalId);
  if (proposal.status === 'OPEN' && record.customer.openProposalId === proposalId) return proposal;
  if (proposal.status === wanted && proposal.decidedBy === actor.staffId) return null;
  const by = proposal.decidedBy ? await deciderOf(deps, proposal) : await lastDecision(deps, record);
  if (by)
    throw alreadyDecided(
      record,
      by,
      by.staffId === actor.staffId ? 'You decided it yourself' : `${by.name} decided this proposal`,
    );
  const label = customerLifecycle.label(record.customer.customerStatus as CustomerStatus);
  throw new Refusal(
    'VERSION_CONFLICT',
    `This proposal is not open any more; the customer is ${label}.`,
    standing(record),
  );
}

async function deciderOf(deps: Deps, { decidedBy, decidedAt }: ProposalRow): Promise<DecidedBy | null> {
  const [row] = await deps.sql<{ id: string; name: string }[]>`select id, name from staff where id = ${decidedBy}`;
  return row && decidedAt ? { staffId: row.id, name: row.name, at: decidedAt } : null;
}
