import { type Actor, type CustomerDetail, gate, type Language, languageOf, viewIn } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { type CaseData, loadCase } from '../record/data.ts';
import { type CustomerRecord, loadCustomer } from '../record/load.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { viewDetail } from './view.ts';

/** Returns one customer with its data, what is missing and what is requested. @throws NOT_FOUND */
export async function get(deps: Deps, actor: Actor, customerId: string): Promise<CustomerDetail> {
  requireScope(actor, 'customers:read');
  const record = await loadCustomer(deps, tenantOf(actor, customerId), customerId);
  return viewCase(record, await loadCase(deps, record), languageOf(actor.language));
}

/** Returns the full view of a loaded record. */
export function viewCase({ customer, program }: CustomerRecord, data: CaseData, language: Language): CustomerDetail {
  const { profile, current, declaration, requirements } = data;
  const missing = gate(viewIn(program, language), { profile, documents: current, declared: declaration !== null });
  return viewDetail(program, customer, profile, missing, requirements, language);
}
