import { type Actor, type CustomerStatus, customerLifecycle, Refusal } from '@gatehouse/domain';
import { allDocuments } from '../customers/data.ts';
import { change } from '../customers/update.ts';
import type { CustomerDetail } from '../customers/view.ts';
import { tenantOfCustomer } from '../decisions/tenant.ts';
import type { Deps } from '../deps.ts';
import { loadCustomer } from '../record.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { findDocument, readDocument } from './read.ts';
import { ownerOf } from './receive.ts';
import { type DocumentView, viewDocument } from './view.ts';

/** The documents that count or are held for an answer, oldest first. */
export async function list(deps: Deps, actor: Actor, customerId: string): Promise<DocumentView[]> {
  requireScope(actor, 'customers:read');
  const record = await loadCustomer(deps, tenantOf(actor, customerId), customerId);
  const rows = await allDocuments(deps, record);
  return rows.filter((row) => row.state === 'CURRENT' || row.state === 'HELD').map(viewDocument);
}

/** Attaches uploads, all together. What they answer is answered, and the last answer submits. */
export async function complete(deps: Deps, actor: Actor, documentId: string): Promise<CustomerDetail> {
  return change(deps, actor, await ownerOf(deps, actor, documentId), { attach: [documentId] });
}

/** Takes a document out while the data may change. It stays in what was submitted before. */
export async function remove(deps: Deps, actor: Actor, documentId: string): Promise<CustomerDetail> {
  return change(deps, actor, await ownerOf(deps, actor, documentId), { remove: documentId });
}

/** A document's file. A customer sees its own only while the status lets it view its profile. */
export async function download(
  deps: Deps,
  actor: Actor,
  documentId: string,
): Promise<{ bytes: Uint8Array; type: string }> {
  requireScope(actor, 'customers:read');
  const customerId = await ownerOf(deps, actor, documentId);
  const tenantId = actor.kind === 'staff' ? await tenantOfCustomer(deps, customerId) : tenantOf(actor, customerId);
  const record = await loadCustomer(deps, tenantId, customerId);
  if (
    actor.kind === 'customer' &&
    !customerLifecycle.can(record.customer.customerStatus as CustomerStatus, 'viewProfile')
  )
    throw new Refusal('NOT_FOUND');
  const row = await findDocument(deps, record, documentId);
  return { bytes: await readDocument(deps, record, documentId), type: row.type ?? 'application/octet-stream' };
}
