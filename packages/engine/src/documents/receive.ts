import { randomUUID } from 'node:crypto';
import {
  type Actor,
  type CustomerStatus,
  FILE_RULES,
  QUALITY_WORDS,
  type QualityWarning,
  Refusal,
} from '@gatehouse/domain';
import { refuseWhenLocked } from '../customers/change-data.ts';
import type { Deps } from '../deps.ts';
import { loadCustomer } from '../record.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { findDocument } from './read.ts';
import { type DocumentView, viewDocument } from './view.ts';

/** Where a document lives, found by its id alone: the upload's address names nothing else. @throws NOT_FOUND */
export async function ownerOf(deps: Deps, actor: Actor, documentId: string): Promise<string> {
  const [row] = await deps.sql<
    { tenant_id: string; customer_id: string }[]
  >`select tenant_id, customer_id from document where id = ${documentId}`;
  if (!row) throw new Refusal('NOT_FOUND');
  if (actor.kind === 'staff') return row.customer_id;
  if (tenantOf(actor, row.customer_id) !== row.tenant_id) throw new Refusal('NOT_FOUND');
  return row.customer_id;
}

/**
 * Takes a document's bytes: looks at them, cleans them, seals them and holds them until the document is completed.
 * Sending them again replaces what is held. Says at once what a better photo would solve.
 *
 * @throws TOO_LARGE, UNSUPPORTED_FILE, UPDATE_NOT_ALLOWED, NOT_FOUND
 */
export async function receive(
  deps: Deps,
  actor: Actor,
  documentId: string,
  bytes: Uint8Array,
): Promise<DocumentView & { warningWords: string[] }> {
  requireScope(actor, 'customers:write');
  const customerId = await ownerOf(deps, actor, documentId);
  const record = await loadCustomer(deps, tenantOf(actor, customerId), customerId);
  refuseWhenLocked(record.customer.customerStatus as CustomerStatus);
  const row = await findDocument(deps, record, documentId);
  if (row.state !== 'EXPECTED' && row.state !== 'HELD')
    throw new Refusal('UPDATE_NOT_ALLOWED', 'This upload is finished. Begin a new one to replace it.');
  if (bytes.length > FILE_RULES.maxBytes)
    throw new Refusal('TOO_LARGE', `Use a file of at most ${FILE_RULES.maxBytes / 1024 / 1024} MB.`);
  if (bytes.length < FILE_RULES.minBytes)
    throw new Refusal(
      'UNSUPPORTED_FILE',
      `Use a file of at least ${FILE_RULES.minBytes / 1024} KB; a smaller one can not be read.`,
    );

  const file = await deps.inspector.inspect(bytes);
  const fileKey = `${record.customer.tenantId}/${customerId}/${randomUUID()}`;
  await deps.files.put(fileKey, record.key.sealBytes('file', file.bytes));
  const hash = record.key.hash(file.bytes).toString('hex');
  const uploadedAt = record.now;
  const written =
    await deps.sql`update document set state = 'HELD', type = ${file.type}, bytes = ${file.bytes.length}, width = ${file.width},
      height = ${file.height}, hash = ${hash}, file_key = ${fileKey}, warnings = ${[...file.warnings]}, uploaded_at = ${uploadedAt}
    where tenant_id = ${row.tenantId} and id = ${row.id} and state in ('EXPECTED', 'HELD')`;
  if (written.count === 0) {
    await deps.files.remove(fileKey);
    throw new Refusal('UPDATE_NOT_ALLOWED', 'This upload is finished. Begin a new one to replace it.');
  }
  if (row.fileKey) await deps.files.remove(row.fileKey);
  const view = viewDocument({
    ...row,
    state: 'HELD',
    type: file.type,
    bytes: file.bytes.length,
    width: file.width,
    height: file.height,
    warnings: [...file.warnings],
    uploadedAt,
    fileKey,
  });
  return { ...view, warningWords: file.warnings.map((warning: QualityWarning) => QUALITY_WORDS[warning]) };
}
