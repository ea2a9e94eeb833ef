import {
  type Actor,
  type CustomerInputs,
  type CustomerView,
  integratorActions,
  languageOf,
  message,
  possible,
  Refusal,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { expectVersion, mutate } from '../record/mutate.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { viewCustomer } from './view.ts';

/** Archives an abandoned customer, only before the first submission: later its history must stay visible. */
export async function archive(deps: Deps, actor: Actor, input: CustomerInputs['archive']): Promise<CustomerView> {
  requireScope(actor, 'customers:write');
  return mutate(deps, actor, tenantOf(actor, input.customerId), input.customerId, (record) => {
    const { customer } = record;
    expectVersion(customer, input.expectedVersion);
    if (customer.archivedAt)
      return { change: null, answer: (after) => viewCustomer(record.program, after, 0, languageOf(actor.language)) };
    if (customer.statusChangeId !== null)
      throw new Refusal('TRANSITION_NOT_ALLOWED', {
        says: message('refusals.customers.notArchivable'),
        data: {
          customerStatus: customer.customerStatus,
          allowed: possible(integratorActions(customer.customerStatus)),
        },
      });
    return {
      change: {
        set: { archivedAt: record.now },
        events: [{ type: 'customer.archived' }],
        audit: [{ action: 'customer.archived' }],
      },
      answer: (after) => viewCustomer(record.program, after, 0, languageOf(actor.language)),
    };
  });
}
