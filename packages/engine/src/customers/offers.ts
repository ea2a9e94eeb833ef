import {
  type Actor,
  type CustomerStatus,
  integratorActions,
  isRefusal,
  type OfferedAction,
  possible,
  Refusal,
  staffActions,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { narrowOffers } from '../desk/offers.ts';
import type { CustomerRecord } from '../record.ts';
import { loadRun } from '../runs/load.ts';

/** What an actor may do with a customer as it stands, and why not: the lifecycle's word, the role's, and the record's. */
export async function offersFor(deps: Deps, record: CustomerRecord, actor: Actor): Promise<OfferedAction[]> {
  const { customer } = record;
  const status = customer.customerStatus as CustomerStatus;
  if (actor.kind !== 'staff') return integratorActions(status, customer.archivedAt !== null);
  const [loaded, temporary] = await Promise.all([
    customer.openRunId ? loadRun(deps, record, customer.openRunId) : null,
    isTemporary(deps, record),
  ]);
  const checks = loaded?.checks ?? [];
  return narrowOffers(staffActions(status, actor), {
    checksRunning: checks.some((check) => check.kind !== 'manual' && check.status === 'PENDING'),
    checkFailed: checks.some((check) => check.status === 'FAILED' && !check.resolved),
    proposalOpen: customer.openProposalId !== null,
    deactivatedForGood: !temporary,
  });
}

/** Can the change of status that stands be undone? Only a deactivation says so of itself. */
export async function isTemporary(deps: Deps, { customer }: CustomerRecord): Promise<boolean> {
  const [last] = await deps.sql<{ temporary: boolean | null }[]>`
    select temporary from status_change where tenant_id = ${customer.tenantId} and id = ${customer.statusChangeId}`;
  return last?.temporary === true;
}

/** Runs a step about a record, and lets its refusal of a transition say what this actor could do instead. */
export async function sayingWhatIsPossible<R>(
  deps: Deps,
  record: CustomerRecord,
  actor: Actor,
  step: () => R | Promise<R>,
): Promise<R> {
  try {
    return await step();
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'TRANSITION_NOT_ALLOWED' || error.data.allowed) throw error;
    const allowed = possible(await offersFor(deps, record, actor));
    const { customerStatus } = record.customer;
    throw new Refusal(error.code, error.message, { ...error.data, customerStatus, allowed });
  }
}
