import {
  type Actor,
  type CustomerDetail,
  languageOf,
  Refusal,
  type RequirementInputs,
  type RequirementView,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { loadCustomer } from '../record/load.ts';
import { loadRequirements, viewRequirement } from '../record/requirements.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { change } from './update.ts';

/** All items of a customer, oldest first. */
export async function list(deps: Deps, actor: Actor, customerId: string): Promise<RequirementView[]> {
  requireScope(actor, 'customers:read');
  const record = await loadCustomer(deps, tenantOf(actor, customerId), customerId);
  return (await loadRequirements(deps, record)).map((row) =>
    viewRequirement(record.program, row, languageOf(actor.language)),
  );
}

/**
 * Adds text to one item. It answers an item that asks for text, and the last answer submits automatically; on other
 * items it is kept as a comment. The reply says what answers each remaining item.
 *
 * @throws NOT_FOUND, UPDATE_NOT_ALLOWED
 */
export async function answerOne(deps: Deps, actor: Actor, input: RequirementInputs['answer']): Promise<CustomerDetail> {
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
