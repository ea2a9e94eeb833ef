import { schema } from '@gatehouse/db';
import { type Actor, Refusal } from '@gatehouse/domain';
import { and, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { tenantOf } from '../tenancy.ts';
import type { DocumentRow } from './data.ts';
import type { CustomerRecord } from './load.ts';

/** Finds the owner of a document by its id alone, because the upload's address has nothing else. @throws NOT_FOUND */
export async function ownerOf(deps: Deps, actor: Actor, documentId: string): Promise<string> {
  const [row] = await deps.sql<
    { tenant_id: string; customer_id: string }[]
  >`select tenant_id, customer_id from document where id = ${documentId}`;
  if (!row) throw new Refusal('NOT_FOUND');
  if (actor.kind === 'staff') return row.customer_id;
  if (tenantOf(actor, row.customer_id) !== row.tenant_id) throw new Refusal('NOT_FOUND');
  return row.customer_id;
}

/** Loads one document of this customer. @throws NOT_FOUND for any other. */
export async function findDocument(deps: Deps, record: CustomerRecord, documentId: string): Promise<DocumentRow> {
  const { tenantId, id } = record.customer;
  const [row] = await deps.db
    .select()
    .from(schema.document)
    .where(
      and(
        eq(schema.document.tenantId, tenantId),
        eq(schema.document.id, documentId),
        eq(schema.document.customerId, id),
      ),
    );
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

/** A document's bytes, unsealed. */
export async function readDocument(deps: Deps, record: CustomerRecord, documentId: string): Promise<Uint8Array> {
  const row = await findDocument(deps, record, documentId);
  if (!row.fileKey) throw new Refusal('NOT_FOUND');
  return record.key.openBytes('file', await deps.files.get(row.fileKey));
}

/** The media type of PDF previews. */
export const PREVIEW_TYPE = 'image/jpeg';

/** The preview of a PDF's first pages, unsealed. */
export const readPreview = async (deps: Deps, record: CustomerRecord, key: string): Promise<Uint8Array> =>
  record.key.openBytes('preview', await deps.files.get(key));
