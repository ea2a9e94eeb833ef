import { message, Refusal, statusName, type TenantTime } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record/load.ts';
import type { StaffActor } from '../tenancy.ts';

/**
 * Refuses when the record has changed since the person saw it. If a colleague has decided since, the refusal names who
 * and when. Whether the status allows the decision is checked afterwards.
 *
 * @throws ALREADY_DECIDED, VERSION_CONFLICT
 */
export async function refuseConflict(
  deps: Deps,
  record: CustomerRecord,
  actor: StaffActor,
  expectedVersion?: number,
): Promise<void> {
  const { customer } = record;
  if (expectedVersion === undefined || expectedVersion === customer.version) return;
  const last = await lastDecision(deps, record);
  if (last && last.version > expectedVersion && last.staffId !== actor.staffId)
    throw alreadyDecided(record, last, 'decidedByColleague');
  throw new Refusal('VERSION_CONFLICT', { data: standing(record) });
}

/** The person and time of a decision. */
export type DecidedBy = { readonly staffId: string; readonly name: string; readonly at: TenantTime };

/** The refusal that names who decided, when, and the current status. */
export function alreadyDecided(
  record: CustomerRecord,
  { name, at }: DecidedBy,
  what: 'decidedByColleague' | 'proposalDecided' | 'decidedByYou',
): Refusal {
  const status = statusName(record.customer.customerStatus);
  return new Refusal('ALREADY_DECIDED', {
    says: message(`refusals.decisions.${what}`, { name, status }),
    data: { ...standing(record), decidedBy: name, decidedAt: at.toISOString() },
  });
}

/** The current status and version, for a person who saw an earlier state. */
export const standing = ({ customer }: CustomerRecord) => ({
  customerStatus: customer.customerStatus,
  currentVersion: customer.version,
});

/** The newest change of status, if a person made it. */
export async function lastDecision(
  deps: Deps,
  { customer }: CustomerRecord,
): Promise<(DecidedBy & { version: number }) | null> {
  if (!customer.statusChangeId) return null;
  const [row] = await deps.sql<{ version: number; occurred_at: TenantTime; staff_id: string; name: string }[]>`
    select c.version, c.occurred_at, s.id as staff_id, s.name
    from status_change c join staff s on s.id = c.actor_id and c.actor_kind = 'staff'
    where c.tenant_id = ${customer.tenantId} and c.id = ${customer.statusChangeId}`;
  return row ? { version: row.version, at: row.occurred_at, staffId: row.staff_id, name: row.name } : null;
}
