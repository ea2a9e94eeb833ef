import type { Actor, CustomerStatus } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { Transition } from '../record/change.ts';
import { mutate } from '../record/mutate.ts';
import { allowed } from '../record/transition.ts';

/**
 * Makes one transition and everything that commits with it: the status, its history, the audit entry and the event. The
 * lifecycle says whether it may; whoever calls has already said that the actor may.
 */
export function transition(
  deps: Deps,
  actor: Actor,
  tenantId: string,
  customerId: string,
  made: Transition,
): Promise<CustomerStatus> {
  return mutate(deps, actor, tenantId, customerId, (record) => {
    allowed(record, made.event);
    return { change: { transitions: [made] }, answer: (after) => after.customerStatus };
  });
}
