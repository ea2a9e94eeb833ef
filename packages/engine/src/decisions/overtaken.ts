import { type CustomerEvent, type CustomerStatus, customerLifecycle, Refusal } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record.ts';

/**
 * Refuses when the record is not the one that the person looked at, or the status has moved past the decision: says who
 * decided what, and when, so that nobody has to guess and nothing is overwritten.
 */
export async function refuseOvertaken(
  deps: Deps,
  record: CustomerRecord,
  event: CustomerEvent,
  expectedVersion?: number,
): Promise<void> {
  const { customer } = record;
  const stale = expectedVersion !== undefined && expectedVersion !== customer.version;
  const status = customer.customerStatus as CustomerStatus;
  const possible = customerLifecycle.allows(status, event).allowed;
  if (!stale && possible) return;
  const last = customer.statusChangeId ? await lastChange(deps, record) : null;
  const data = { customerStatus: status, currentVersion: customer.version };
  if (last && (!stale || last.version > (expectedVersion ?? 0)) && last.name) {
    throw new Refusal('ALREADY_DECIDED', `${last.name} decided this: it is ${customerLifecycle.label(status)} now.`, {
      ...data,
      decidedBy: last.name,
      decidedAt: last.occurredAt.toISOString(),
    });
  }
  if (stale) throw new Refusal('VERSION_CONFLICT', undefined, data);
}

async function lastChange(
  deps: Deps,
  { customer }: CustomerRecord,
): Promise<{ version: number; occurredAt: Date; name: string | null } | null> {
  const [row] = await deps.sql<{ version: number; occurred_at: Date; name: string | null }[]>`
    select c.version, c.occurred_at, s.name from status_change c left join staff s on s.id = c.actor_id and c.actor_kind = 'staff'
    where c.tenant_id = ${customer.tenantId} and c.id = ${customer.statusChangeId}`;
  return row ? { version: row.version, occurredAt: row.occurred_at, name: row.name } : null;
}
