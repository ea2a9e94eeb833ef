import { type Actor, type AvailableActions, languageOf, sayOffers } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { tenantOfCustomer } from '../record/find-tenant.ts';
import { loadCustomer } from '../record/load.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { offersFor } from './facts.ts';

/** Who may do what with this customer now, and why not, straight from the lifecycle. */
export async function availableActions(deps: Deps, actor: Actor, customerId: string): Promise<AvailableActions> {
  requireScope(actor, 'customers:read');
  const tenantId = actor.kind === 'staff' ? await tenantOfCustomer(deps, customerId) : tenantOf(actor, customerId);
  const record = await loadCustomer(deps, tenantId, customerId);
  const { customerStatus, version } = record.customer;
  const actions = sayOffers(await offersFor(deps, record, actor), languageOf(actor.language));
  return { customerStatus, version, actions };
}
