import {
  type AccessChecked,
  type AccessInputs,
  type CustomerStatus,
  checkAccess,
  languageOf,
  Refusal,
  say,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { type AppActor, requireApp } from '../tenancy.ts';

/**
 * Answers whether this customer may do this now. Other apps call it before every payment, so it is one prepared read of
 * one row.
 */
export async function check(
  deps: Deps,
  actor: AppActor,
  { customerId, capability }: AccessInputs['check'],
): Promise<AccessChecked> {
  requireApp(actor, 'access:read');
  const [row] = await deps.sql<
    { customer_status: CustomerStatus; archived: boolean }[]
  >`select customer_status, archived_at is not null as archived from customer where tenant_id = ${actor.tenantId} and id = ${customerId}`;
  if (!row) throw new Refusal('NOT_FOUND');
  const { allowed, reason } = checkAccess(row.customer_status, capability, { archived: row.archived });
  return {
    allowed,
    reason: say(languageOf(actor.language), reason),
    customerStatus: row.customer_status,
    enablementStatus: null,
  };
}
