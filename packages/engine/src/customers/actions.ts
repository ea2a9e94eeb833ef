import {
  type Actor,
  type CustomerStatus,
  integratorActions,
  type OfferedAction,
  staffActions,
} from '@gatehouse/domain';
import { tenantOfCustomer } from '../decisions/tenant.ts';
import type { Deps } from '../deps.ts';
import { loadCustomer } from '../record.ts';
import { requireScope, tenantOf } from '../tenancy.ts';

export type AvailableActions = {
  readonly customerStatus: CustomerStatus;
  readonly version: number;
  readonly actions: OfferedAction[];
};

/** Who may do what with this customer now, and why not, straight from the lifecycle. */
export async function availableActions(deps: Deps, actor: Actor, customerId: string): Promise<AvailableActions> {
  requireScope(actor, 'customers:read');
  const tenantId = actor.kind === 'staff' ? await tenantOfCustomer(deps, customerId) : tenantOf(actor, customerId);
  const { customer } = await loadCustomer(deps, tenantId, customerId);
  const customerStatus = customer.customerStatus as CustomerStatus;
  const actions = actor.kind === 'staff' ? staffActions(customerStatus, actor) : integratorActions(customerStatus);
  return { customerStatus, version: customer.version, actions };
}
