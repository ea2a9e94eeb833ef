import {
  ARCHIVED,
  customerLifecycle,
  integratorActions,
  type Message,
  possible,
  Refusal,
  whyLocked,
} from '@gatehouse/domain';
import type { CustomerRow } from './load.ts';

type Lockable = Pick<CustomerRow, 'customerStatus' | 'archivedAt'>;

/** Refuses an update of locked data, with the status and the possible actions. */
export function refuseWhenLocked(customer: Lockable): void {
  refuseArchived(customer);
  const status = customer.customerStatus;
  if (!customerLifecycle.can(status, 'updateProfile')) throw updateNotAllowed(customer, whyLocked(status));
}

/** Refuses changes of an archived customer, because lists no longer show it. */
export function refuseArchived(customer: Lockable): void {
  if (customer.archivedAt !== null) throw updateNotAllowed(customer, ARCHIVED);
}

function updateNotAllowed({ customerStatus, archivedAt }: Lockable, why: Message | null): Refusal {
  const status = customerStatus;
  const allowed = possible(integratorActions(status, archivedAt !== null));
  return new Refusal('UPDATE_NOT_ALLOWED', { says: why ?? undefined, data: { customerStatus: status, allowed } });
}
