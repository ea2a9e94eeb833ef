import { type Actor, customerLifecycle, message, Refusal } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { DocumentRow } from '../record/data.ts';
import { findDocument, ownerOf, PREVIEW_TYPE, readDocument, readPreview } from '../record/files.ts';
import { type CustomerRecord, loadCustomer, tenantOfCustomer } from '../record/load.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { hasPicture } from './view.ts';

type Served = { readonly bytes: Uint8Array; readonly type: string };

/** Returns a document's stored file. @throws NOT_FOUND */
export async function download(deps: Deps, actor: Actor, documentId: string): Promise<Served> {
  const { record, row } = await findForReader(deps, actor, documentId);
  return { bytes: await readDocument(deps, record, documentId), type: row.type ?? 'application/octet-stream' };
}

/**
 * Returns the picture of a document: the image itself, or the first pages of a PDF. @throws NOT_FOUND when there is
 * none
 */
export async function picture(deps: Deps, actor: Actor, documentId: string): Promise<Served> {
  const { record, row } = await findForReader(deps, actor, documentId);
  if (row.previewKey) return { bytes: await readPreview(deps, record, row.previewKey), type: PREVIEW_TYPE };
  if (!hasPicture(row)) throw new Refusal('NOT_FOUND', { says: message('refusals.documents.noPicture') });
  return { bytes: await readDocument(deps, record, documentId), type: row.type ?? 'application/octet-stream' };
}

/** Finds a document for an actor that may read its file. A customer may while its status shows the profile. */
async function findForReader(
  deps: Deps,
  actor: Actor,
  documentId: string,
): Promise<{ record: CustomerRecord; row: DocumentRow }> {
  requireScope(actor, 'customers:read');
  const customerId = await ownerOf(deps, actor, documentId);
  const tenantId = actor.kind === 'staff' ? await tenantOfCustomer(deps, customerId) : tenantOf(actor, customerId);
  const record = await loadCustomer(deps, tenantId, customerId);
  if (actor.kind === 'customer' && !customerLifecycle.can(record.customer.customerStatus, 'viewProfile'))
    throw new Refusal('NOT_FOUND');
  return { record, row: await findDocument(deps, record, documentId) };
}
