import type { Actor, CustomerStatus } from '@gatehouse/domain';
import { amend } from './amend.ts';
import type { Deps } from './deps.ts';
import { allowed, type Move } from './move.ts';

/**
 * Makes one transition and everything that commits with it: the status, its history, the audit entry and the event. The
 * lifecycle says whether it may; whoever calls has already said that the actor may.
 */
export function transition(
  deps: Deps,
  actor: Actor,
  tenantId: string,
  customerId: string,
  move: Move,
): Promise<CustomerStatus> {
  return amend(deps, tenantId, customerId, (record) => {
    allowed(record, move.event);
    return { change: { actor, move, audit: [] }, answer: (after) => after.customerStatus as CustomerStatus };
  });
}
