import type { Actor, CustomerStatus } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { CustomerMove } from '../record/change.ts';
import { mutate } from '../record/mutate.ts';
import { allowed } from '../record/transition.ts';

/**
 * Makes one transition with everything that commits with it: status, history, audit entry and event. The lifecycle is
 * checked; the caller has checked that the actor may.
 */
export function transition(
  deps: Deps,
  actor: Actor,
  tenantId: string,
  customerId: string,
  made: Omit<CustomerMove, 'lifecycle'>,
): Promise<CustomerStatus> {
  return mutate(deps, actor, tenantId, customerId, (record) => {
    allowed(record, made.event);
    return { change: { moves: [{ lifecycle: 'customer', ...made }] }, answer: (after) => after.customerStatus };
  });
}
