import {
  type Actor,
  type CustomerEvent,
  type CustomerStatus,
  languageOf,
  type TenantTime,
  type TimelineEntry,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { loadCustomer } from '../record/load.ts';
import { sayReason } from '../record/transition.ts';
import { requireScope, tenantOf } from '../tenancy.ts';

/** Lists the status changes, oldest first, without internal notes and names. */
export async function timeline(deps: Deps, actor: Actor, customerId: string): Promise<TimelineEntry[]> {
  requireScope(actor, 'customers:read');
  const tenantId = tenantOf(actor, customerId);
  await loadCustomer(deps, tenantId, customerId);
  const rows = await deps.sql<
    {
      occurred_at: TenantTime;
      event: CustomerEvent;
      from_status: CustomerStatus;
      to_status: CustomerStatus;
      reason_code: string | null;
    }[]
  >`
    select occurred_at, event, from_status, to_status, reason_code from status_change
    where tenant_id = ${tenantId} and customer_id = ${customerId} order by version`;
  const language = languageOf(actor.language);
  return rows.map((row) => ({
    at: row.occurred_at.toISOString(),
    event: row.event,
    from: row.from_status,
    to: row.to_status,
    reason: row.reason_code ? sayReason(row.reason_code, language) : null,
  }));
}
