import { type Actor, Refusal, type RequirementInEvent } from '@gatehouse/domain';
import { change } from '../customers/update.ts';
import type { CustomerDetail } from '../customers/view.ts';
import type { Deps } from '../deps.ts';
import { loadCustomer } from '../record.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { inEvent, loadRequirements } from './load.ts';

/** Everything that was ever asked of a customer, oldest first. */
export async function list(deps: Deps, actor: Actor, customerId: string): Promise<RequirementInEvent[]> {
  requireScope(actor, 'customers:read');
  const record = await loadCustomer(deps, tenantOf(actor, customerId), customerId);
  return (await loadRequirements(deps, record)).map(inEvent);
}

/** Answers one item in words. The last answer submits by itself. @throws NOT_FOUND, UPDATE_NOT_ALLOWED */
export async function answerOne(
  deps: Deps,
  actor: Actor,
  input: { requirementId: string; text: string; expectedVersion?: number },
): Promise<CustomerDetail> {
  const [row] = await deps.sql<
    { tenant_id: string; customer_id: string }[]
  >`select tenant_id, customer_id from requirement where id = ${input.requirementId}`;
  if (!row || tenantOf(actor, row.customer_id) !== row.tenant_id) throw new Refusal('NOT_FOUND');
  const { requirementId, text, expectedVersion } = input;
  return change(deps, actor, row.customer_id, {
    answers: [{ requirementId, text }],
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  });
}
