import { type Actor, type CustomerInputs, type CustomerView, languageOf } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { expectVersion, mutate } from '../record/mutate.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { viewCustomer } from './view.ts';

/** Replaces the integrator's metadata of a customer. It is never locked, and the engine never reads it. */
export async function setMetadata(
  deps: Deps,
  actor: Actor,
  input: CustomerInputs['setMetadata'],
): Promise<CustomerView> {
  requireScope(actor, 'customers:write');
  return mutate(deps, actor, tenantOf(actor, input.customerId), input.customerId, (record) => {
    expectVersion(record.customer, input.expectedVersion);
    return {
      change: {
        set: { metadata: input.metadata },
        events: [{ type: 'customer.updated' }],
        audit: [{ action: 'customer.metadata_set' }],
      },
      answer: (after) => viewCustomer(record.program, after, 0, languageOf(actor.language)),
    };
  });
}
