import { schema } from '@gatehouse/db';
import type { DocumentFact, DocumentKind, DocumentSide, FileType, IndividualProfile } from '@gatehouse/domain';
import { and, desc, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record.ts';

/** The customer's data as it stands: the newest profile version, or nothing yet. */
export async function currentProfile(
  deps: Deps,
  record: CustomerRecord,
  version = record.customer.profileVersion,
): Promise<IndividualProfile> {
  if (version === 0) return {};
  const { tenantId, id } = record.customer;
  const [row] = await deps.db
    .select({ sealed: schema.profile.sealed })
    .from(schema.profile)
    .where(
      and(
        eq(schema.profile.tenantId, tenantId),
        eq(schema.profile.customerId, id),
        eq(schema.profile.version, version),
      ),
    );
  return row ? record.key.open<IndividualProfile>('profile', row.sealed) : {};
}

export type DocumentRow = typeof schema.document.$inferSelect;

/** Every document that was ever begun, oldest first. */
export async function allDocuments(deps: Deps, record: CustomerRecord): Promise<DocumentRow[]> {
  const { tenantId, id } = record.customer;
  return deps.db
    .select()
    .from(schema.document)
    .where(and(eq(schema.document.tenantId, tenantId), eq(schema.document.customerId, id)))
    .orderBy(schema.document.createdAt, schema.document.id);
}

/** A stored document as rules and checks see it. */
export const documentFact = (row: DocumentRow): DocumentFact => ({
  id: row.id,
  kind: row.kind as DocumentKind,
  side: row.side as DocumentSide,
  type: row.type as FileType,
  bytes: row.bytes ?? 0,
  hash: row.hash ?? '',
  uploadedAt: (row.uploadedAt ?? row.createdAt).toISOString(),
});

/** The newest declaration, or null when none was given. */
export async function currentDeclaration(
  deps: Deps,
  record: CustomerRecord,
): Promise<{ version: string; declaredAt: string } | null> {
  const { tenantId, id } = record.customer;
  const [row] = await deps.db
    .select()
    .from(schema.declaration)
    .where(and(eq(schema.declaration.tenantId, tenantId), eq(schema.declaration.customerId, id)))
    .orderBy(desc(schema.declaration.declaredAt))
    .limit(1);
  return row ? { version: row.words, declaredAt: row.declaredAt.toISOString() } : null;
}
