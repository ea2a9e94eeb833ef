import { schema } from '@gatehouse/db';
import {
  confirmRefusal,
  type DecisionFacts,
  declineRefusal,
  languageOf,
  type ProposalView,
  proposalLifecycle,
  type Refused,
  say,
  showId,
} from '@gatehouse/domain';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { decidedOf } from '../decisions/confirm.ts';
import { loadFacts } from '../decisions/offers.ts';
import type { Deps } from '../deps.ts';
import { type CustomerRecord, loadCustomer } from '../record/load.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';
import { reasonLabel, staffNames } from './history.ts';

/** The reader of a proposal, and the facts about its customer. */
type Reader = { readonly actor: StaffActor; readonly facts: DecisionFacts };

/** The proposals of one customer, newest first. */
export async function proposalsOf(
  deps: Deps,
  record: CustomerRecord,
  names: Map<string, string>,
  reader: Reader,
): Promise<ProposalView[]> {
  const { tenantId, id } = record.customer;
  const rows = await deps.db
    .select()
    .from(schema.proposal)
    .where(and(eq(schema.proposal.tenantId, tenantId), eq(schema.proposal.customerId, id)))
    .orderBy(desc(schema.proposal.createdAt));
  return Promise.all(rows.map((row) => view(deps, record, row, names, reader)));
}

/** Everything that waits for a second person. */
export async function openProposals(deps: Deps, actor: StaffActor): Promise<ProposalView[]> {
  requireStaff(actor, 'auditor');
  const names = await staffNames(deps);
  const rows = await deps.db
    .select()
    .from(schema.proposal)
    .where(inArray(schema.proposal.status, proposalLifecycle.sources('confirm')))
    .orderBy(schema.proposal.createdAt)
    .limit(100);
  return Promise.all(
    rows.map(async (row) => {
      const record = await loadCustomer(deps, row.tenantId, row.customerId);
      return view(deps, record, row, names, { actor, facts: await loadFacts(deps, record) });
    }),
  );
}

type Row = typeof schema.proposal.$inferSelect;

async function view(
  deps: Deps,
  record: CustomerRecord,
  row: Row,
  names: Map<string, string>,
  { actor, facts }: Reader,
): Promise<ProposalView> {
  const decided = decidedOf(record, row);
  const proposed = { event: decided.event, proposedBy: row.proposedBy };
  const isOpen = proposalLifecycle.may(row.status, 'confirm');
  const said = (refused: Refused | null) => refused && say(languageOf(actor.language), refused.why);
  return {
    id: showId('proposal', row.id),
    customerId: showId('customer', row.customerId),
    displayName: record.customer.displayName,
    decision: decided.event,
    status: row.status,
    reason: row.reasonCode ? reasonLabel(row.decision, row.reasonCode) : null,
    reasonCode: row.reasonCode,
    temporary: row.temporary,
    note: decided.note ?? null,
    message: decided.message ?? null,
    items: decided.items ?? [],
    proposedBy: row.proposedBy ? { id: showId('staff', row.proposedBy), name: names.get(row.proposedBy) ?? '' } : null,
    decidedBy: row.decidedBy ? (names.get(row.decidedBy) ?? '') : null,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    changedSince: isOpen ? await changedSince(deps, row) : [],
    whyNotConfirm: isOpen ? said(confirmRefusal(proposed, facts, actor)) : null,
    whyNotDecline: isOpen ? said(declineRefusal(proposed, actor)) : null,
  };
}

/** The changes of the customer after the proposal, from the audit log in its order. */
async function changedSince(deps: Deps, row: Row): Promise<string[]> {
  const rows = await deps.sql<{ action: string }[]>`select a.action from audit_entry a
    where a.tenant_id = ${row.tenantId} and a.customer_id = ${row.customerId} and a.action not in ('case.assigned', 'case.expedited')
      and a.position > (select max(o.position) from audit_entry o
        where o.tenant_id = a.tenant_id and o.customer_id = a.customer_id and o.action = 'proposal.opened')
    order by a.position`;
  return rows.map((each) => each.action);
}
