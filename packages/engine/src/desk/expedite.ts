import { message, nextActor, possible, type QueueInputs, Refusal, statusName } from '@gatehouse/domain';
import { offersFor } from '../decisions/offers.ts';
import type { Deps } from '../deps.ts';
import { tenantOfCustomer } from '../record/load.ts';
import { mutate } from '../record/mutate.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';

/** Moves a case to the head of the queue, or back. @throws TRANSITION_NOT_ALLOWED if it does not wait for us. */
export async function expedite(
  deps: Deps,
  actor: StaffActor,
  input: QueueInputs['expedite'],
): Promise<{ expedited: boolean }> {
  requireStaff(actor, 'reviewer');
  const { customerId, expedited } = input;
  return mutate(deps, actor, await tenantOfCustomer(deps, customerId), customerId, async (record) => {
    const status = record.customer.customerStatus;
    const answer = () => ({ expedited });
    if (record.customer.expedited === expedited) return { change: null, answer };
    if (expedited && nextActor(status) !== 'us' && record.customer.openProposalId === null)
      throw new Refusal('TRANSITION_NOT_ALLOWED', {
        says: message('refusals.decisions.nothingToExpedite', { status: statusName(status) }),
        data: { customerStatus: status, allowed: possible(await offersFor(deps, record, actor)) },
      });
    return {
      change: { set: { expedited }, audit: [{ action: 'case.expedited', about: { expedited } }] },
      answer,
    };
  });
}
