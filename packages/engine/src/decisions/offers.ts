import {
  type Actor,
  type AvailableActions,
  type DecisionFacts,
  integratorActions,
  isForPerson,
  isPending,
  languageOf,
  type Offer,
  offers,
  sayOffers,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { type CustomerRecord, loadCustomer, tenantOfCustomer } from '../record/load.ts';
import { evidenceOf, loadRun } from '../runs/load.ts';
import { requireScope, tenantOf } from '../tenancy.ts';

/** The facts about a customer that decisions depend on. */
export async function loadFacts(deps: Deps, record: CustomerRecord): Promise<DecisionFacts> {
  const { customer } = record;
  const { tenantId, openRunId, statusChangeId, openProposalId } = customer;
  const [run, [change], [proposal]] = await Promise.all([
    openRunId ? loadRun(deps, record, openRunId) : null,
    deps.sql<{ temporary: boolean | null }[]>`
      select temporary from status_change where tenant_id = ${tenantId} and id = ${statusChangeId}`,
    deps.sql<{ proposed_by: string | null }[]>`
      select proposed_by from proposal where tenant_id = ${tenantId} and id = ${openProposalId}`,
  ]);
  const checks = run?.checks ?? [];
  return {
    status: customer.customerStatus,
    checksRunning: checks.some((check) => !isForPerson(check) && isPending(check)),
    checkFailed: checks.some((check) => check.status === 'FAILED' && !check.resolved),
    checkAsks: checks.some(
      (check) => check.status === 'NEEDS_INFORMATION' && evidenceOf(record, check).asks.length > 0,
    ),
    reversible: change?.temporary === true,
    proposal: proposal ? { proposedBy: proposal.proposed_by } : null,
  };
}

/** The actions of an actor on a customer, and why some are not possible: by lifecycle, role and record. */
export async function offersFor(deps: Deps, record: CustomerRecord, actor: Actor): Promise<Offer[]> {
  if (actor.kind === 'staff') return offers(await loadFacts(deps, record), actor);
  return integratorActions(record.customer.customerStatus, record.customer.archivedAt !== null);
}

/** The actions on this customer that are possible now, and why others are not. */
export async function availableActions(deps: Deps, actor: Actor, customerId: string): Promise<AvailableActions> {
  requireScope(actor, 'customers:read');
  const tenantId = actor.kind === 'staff' ? await tenantOfCustomer(deps, customerId) : tenantOf(actor, customerId);
  const record = await loadCustomer(deps, tenantId, customerId);
  const { customerStatus, version } = record.customer;
  const actions = sayOffers(await offersFor(deps, record, actor), languageOf(actor.language));
  return { customerStatus, version, actions };
}
