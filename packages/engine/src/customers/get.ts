import { type Actor, gate } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { type CaseData, loadCase } from '../record/data.ts';
import { type CustomerRecord, loadCustomer } from '../record/load.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { type CustomerDetail, viewDetail } from './view.ts';

/** One customer, with its data, what is missing and what is asked. @throws NOT_FOUND */
export async function get(deps: Deps, actor: Actor, customerId: string): Promise<CustomerDetail> {
  requireScope(actor, 'customers:read');
  return detail(deps, await loadCustomer(deps, tenantOf(actor, customerId), customerId));
}

/** The whole view of a record that was read already. */
async function detail(deps: Deps, record: CustomerRecord): Promise<CustomerDetail> {
  return viewCase(record, await loadCase(deps, record));
}

export const viewCase = ({ customer }: CustomerRecord, { profile, current, declaration, requirements }: CaseData) =>
  viewDetail(customer, profile, gate(profile, current, declaration !== null), requirements);
