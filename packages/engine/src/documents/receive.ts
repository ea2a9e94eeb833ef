import { randomUUID } from 'node:crypto';
import { schema, update } from '@gatehouse/db';
import {
  type Actor,
  type DocumentView,
  documentLifecycle,
  FILE_RULES,
  type InspectedFile,
  isRefusal,
  languageOf,
  message,
  Refusal,
  say,
  type TenantTime,
  takesFile,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { spend } from '../limits/spend.ts';
import { allDocuments, type DocumentRow } from '../record/data.ts';
import { findDocument, ownerOf } from '../record/files.ts';
import { type CustomerRecord, loadCustomer } from '../record/load.ts';
import { refuseWhenLocked } from '../record/locked.ts';
import { mutate } from '../record/mutate.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { sameFile } from './same-file.ts';
import { viewDocument } from './view.ts';

/**
 * Admits an upload before its bytes are read: counts it and its declared size against the customer's limits.
 *
 * @param size in bytes; default the largest accepted size.
 * @throws TOO_MANY_REQUESTS, NOT_FOUND
 */
export async function admit(deps: Deps, actor: Actor, documentId: string, size = FILE_RULES.maxBytes): Promise<void> {
  requireScope(actor, 'customers:write');
  const of = await ownerOf(deps, actor, documentId);
  await spend(deps, { limit: 'upload.customer', of }, { limit: 'uploadBytes.customer', of, amount: size });
}

/**
 * Receives a document's bytes: scans, inspects and cleans them, seals them, and holds them until the document is
 * completed. Another upload replaces the held file. The answer warns about poor quality and about a file that was sent
 * before.
 *
 * @throws TOO_LARGE, UNSUPPORTED_FILE, UPDATE_NOT_ALLOWED, NOT_FOUND, UNAVAILABLE when files cannot be received now
 */
export async function receive(
  deps: Deps,
  actor: Actor,
  documentId: string,
  bytes: Uint8Array,
): Promise<DocumentView & { warningWords: string[] }> {
  requireScope(actor, 'customers:write');
  const customerId = await ownerOf(deps, actor, documentId);
  const tenantId = tenantOf(actor, customerId);
  const record = await loadCustomer(deps, tenantId, customerId);
  refuseWhenLocked(record.customer);
  refuseFinished(await findDocument(deps, record, documentId));
  refuseSize(bytes);
  const language = languageOf(actor.language);

  // The scan comes before anything opens the file.
  await deps.scanner?.scan(bytes);
  const file = await deps.inspector.inspect(bytes);
  const stored = await store(deps, record, file);
  const { type, width, height, warnings } = file;
  const pages = file.preview?.pages ?? null;
  const seen = { type, bytes: file.bytes.length, width, height, pages, warnings: [...warnings] };
  const hashes = {
    hash: record.key.hash(file.bytes).toString('hex'),
    sourceHash: record.key.hash(bytes).toString('hex'),
  };
  // A held file can be attached and submitted at any time, so it is written through `mutate` like all data that a
  // decision depends on. Otherwise a run could name one file and check another.
  const held = await mutate(deps, actor, tenantId, customerId, async (current) => {
    refuseWhenLocked(current.customer);
    const row = await findDocument(deps, current, documentId);
    refuseFinished(row);
    const all = await allDocuments(deps, current);
    const sameAs = sameFile(all, await submittedAt(deps, current), { ...row, ...hashes })?.id ?? null;
    const next = {
      state: documentLifecycle.step(row.state, 'receive'),
      ...seen,
      ...hashes,
      sameAs,
      ...stored,
      uploadedAt: current.now,
    };
    return {
      change: { writes: [update(schema.document, [{ tenantId, id: documentId, ...next }])] },
      answer: () => ({ view: viewDocument({ ...row, ...next }, all, language), replaced: row }),
    };
  }).catch(async (error: unknown) => {
    // After a fault the row may have been written, and then its file must exist.
    if (isRefusal(error)) await removeFiles(deps, stored);
    throw error;
  });
  await removeFiles(deps, held.replaced);
  const words = warnings.map((warning) => say(language, message(`photoQuality.${warning}`)));
  return { ...held.view, warningWords: held.view.sameAs ? [...words, held.view.sameAs.message] : words };
}

async function submittedAt(deps: Deps, { customer }: CustomerRecord): Promise<TenantTime[]> {
  const runs = await deps.sql<{ created_at: TenantTime }[]>`
    select created_at from run where tenant_id = ${customer.tenantId} and customer_id = ${customer.id} and purpose = 'SUBMISSION'`;
  return runs.map((run) => run.created_at);
}

type Stored = Pick<DocumentRow, 'fileKey' | 'previewKey'>;

/** Stores a file and its preview, if it has one: both or neither. */
async function store(deps: Deps, record: CustomerRecord, { bytes, preview }: InspectedFile): Promise<Stored> {
  const fileKey = `${record.customer.tenantId}/${record.customer.id}/${randomUUID()}`;
  await deps.files.put(fileKey, record.key.sealBytes('file', bytes));
  if (!preview) return { fileKey, previewKey: null };
  const previewKey = `${fileKey}-preview`;
  await deps.files.put(previewKey, record.key.sealBytes('preview', preview.picture)).catch(async (error: unknown) => {
    await deps.files.remove(fileKey);
    throw error;
  });
  return { fileKey, previewKey };
}

async function removeFiles(deps: Deps, { fileKey, previewKey }: Stored): Promise<void> {
  for (const key of [fileKey, previewKey]) if (key) await deps.files.remove(key);
}

function refuseFinished(row: DocumentRow): void {
  if (!takesFile(row)) throw new Refusal('UPDATE_NOT_ALLOWED', { says: message('refusals.documents.uploadFinished') });
}

function refuseSize({ length }: Uint8Array): void {
  if (length > FILE_RULES.maxBytes)
    throw new Refusal('TOO_LARGE', {
      says: message('refusals.documents.tooLarge', { megabytes: FILE_RULES.maxBytes / 1024 / 1024 }),
    });
  if (length < FILE_RULES.minBytes)
    throw new Refusal('UNSUPPORTED_FILE', {
      says: message('refusals.documents.tooSmall', { kilobytes: FILE_RULES.minBytes / 1024 }),
    });
}
