import { type Actor, gate } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { type CustomerRecord, loadCustomer } from '../record.ts';
import { loadRequirements } from '../requirements/load.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { allDocuments, currentDeclaration, currentProfile, documentFact } from './data.ts';
import { type CustomerDetail, viewDetail } from './view.ts';

/** One customer, with its data, what is missing and what is asked. @throws NOT_FOUND */
export async function get(deps: Deps, actor: Actor, customerId: string): Promise<CustomerDetail> {
  requireScope(actor, 'customers:read');
  return detail(deps, await loadCustomer(deps, tenantOf(actor, customerId), customerId));
}

/** The whole view of a record that was read already. */
export async function detail(deps: Deps, record: CustomerRecord): Promise<CustomerDetail> {
  const [profile, documents, declaration, requirements] = await Promise.all([
    currentProfile(deps, record),
    allDocuments(deps, record),
    currentDeclaration(deps, record),
    loadRequirements(deps, record),
  ]);
  const current = documents.filter((row) => row.state === 'CURRENT').map(documentFact);
  return viewDetail(record.customer, profile, gate(profile, current, declaration !== null), requirements);
}
