import { type Actor, type CustomerDetail, type CustomerInputs, languageOf } from '@gatehouse/domain';
import { viewDetail } from '../customers/view.ts';
import type { Deps } from '../deps.ts';
import { currentProfile } from '../record/data.ts';
import { ownerOf } from '../record/files.ts';
import { loadCustomer } from '../record/load.ts';
import { mutate } from '../record/mutate.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { changeData, type GivenData } from './change-data.ts';

type UpdateInput = Omit<CustomerInputs['update'], 'declaration'> & Pick<GivenData, 'declare'>;

/**
 * Changes a customer's data and returns what remains: missing fields and open items. An update that leaves nothing
 * open submits automatically.
 */
export async function update(deps: Deps, actor: Actor, { customerId, ...given }: UpdateInput): Promise<CustomerDetail> {
  return change(deps, actor, customerId, given);
}

/** The shared path of every verb that changes data. */
export async function change(deps: Deps, actor: Actor, customerId: string, given: GivenData): Promise<CustomerDetail> {
  requireScope(actor, 'customers:write');
  const tenantId = tenantOf(actor, customerId);
  const changed = await mutate(deps, actor, tenantId, customerId, (record) => changeData(deps, record, actor, given));
  const record = await loadCustomer(deps, tenantId, customerId);
  return viewDetail(
    record.program,
    changed.customer,
    await currentProfile(deps, record, changed.customer.profileVersion),
    changed.missing,
    changed.requirements,
    languageOf(actor.language),
  );
}

/** Attaches an upload. It answers matching items, and the last answer submits. */
export async function completeDocument(deps: Deps, actor: Actor, documentId: string): Promise<CustomerDetail> {
  return change(deps, actor, await ownerOf(deps, actor, documentId), { attach: [documentId] });
}

/** Removes a document while the data may change. Earlier submissions keep it. */
export async function removeDocument(deps: Deps, actor: Actor, documentId: string): Promise<CustomerDetail> {
  return change(deps, actor, await ownerOf(deps, actor, documentId), { remove: documentId });
}
