import { type Actor, type CustomerDetail, gate } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { type CaseData, loadCase } from '../record/data.ts';
import { type CustomerRecord, loadCustomer } from '../record/load.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { viewDetail } from './view.ts';

/** Returns one customer with its data, what is missing and what is requested. @throws NOT_FOUND */
export async function get(deps: Deps, actor: Actor, customerId: string): Promise<CustomerDetail> {
  requireScope(actor, 'customers:read');
  return detail(deps, await loadCustomer(deps, tenantOf(actor, customerId), customerId));
}

/** Returns the full view of a loaded record. */
export async function detail(deps: Deps, record: CustomerRecord): Promise<CustomerDetail> {
  return viewCase(record, await loadCase(deps, record));
}

export function viewCase({ customer, program }: CustomerRecord, data: CaseData): CustomerDetail {
  const { profile, current, declaration, requirements } = data;
  const missing = gate(program, { profile, documents: current, declared: declaration !== null });
  return viewDetail(program, customer, profile, missing, requirements);
}
