import { schema } from '@gatehouse/db';
import {
  type DocumentFact,
  type FileType,
  isCurrent,
  type Profile,
  type Program,
  programOf,
  type Snapshot,
} from '@gatehouse/domain';
import { and, desc, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from './load.ts';
import { loadRequirements, type RequirementRow } from './requirements.ts';

/** The customer's current data: the newest profile version, or empty. */
export async function currentProfile(
  deps: Deps,
  record: CustomerRecord,
  version = record.customer.profileVersion,
): Promise<Profile> {
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
  return row ? record.key.open<Profile>('profile', row.sealed) : {};
}

export type DocumentRow = typeof schema.document.$inferSelect;

/** All documents, oldest first. */
export async function allDocuments(deps: Deps, record: CustomerRecord): Promise<DocumentRow[]> {
  const { tenantId, id } = record.customer;
  return deps.db
    .select()
    .from(schema.document)
    .where(and(eq(schema.document.tenantId, tenantId), eq(schema.document.customerId, id)))
    .orderBy(schema.document.createdAt, schema.document.id);
}

/** Maps a stored document to the input of rules and checks. */
export const documentFact = (row: DocumentRow): DocumentFact => ({
  id: row.id,
  kind: row.kind,
  side: row.side,
  type: row.type as FileType,
  bytes: row.bytes ?? 0,
  hash: row.hash ?? '',
  uploadedAt: (row.uploadedAt ?? row.createdAt).toISOString(),
});

/** The newest declaration, or null when none was given. */
async function currentDeclaration(deps: Deps, record: CustomerRecord): Promise<Snapshot['declaration']> {
  const { tenantId, id } = record.customer;
  const [row] = await deps.db
    .select()
    .from(schema.declaration)
    .where(and(eq(schema.declaration.tenantId, tenantId), eq(schema.declaration.customerId, id)))
    .orderBy(desc(schema.declaration.declaredAt))
    .limit(1);
  return row ? { version: row.words, declaredAt: row.declaredAt.toISOString() } : null;
}

/** A customer's data with everything that its completeness depends on. */
export type CaseData = {
  readonly profile: Profile;
  /** All documents, oldest first; `current` are the attached ones. */
  readonly documents: DocumentRow[];
  readonly current: DocumentFact[];
  readonly declaration: Snapshot['declaration'];
  /** All items, oldest first. */
  readonly requirements: RequirementRow[];
};

/** Reads a customer's current data, all parts in parallel. */
export async function loadCase(deps: Deps, record: CustomerRecord): Promise<CaseData> {
  const [profile, documents, declaration, requirements] = await Promise.all([
    currentProfile(deps, record),
    allDocuments(deps, record),
    currentDeclaration(deps, record),
    loadRequirements(deps, record),
  ]);
  return { profile, documents, current: currentFacts(documents), declaration, requirements };
}

/** The current documents, as the input of rules and checks. */
const currentFacts = (documents: readonly DocumentRow[]): DocumentFact[] =>
  documents.filter(isCurrent).map(documentFact);

/** The snapshot that is frozen when a run begins. */
export const snapshotOf = (
  { customer: { type, program } }: CustomerRecord,
  { profile, current, declaration }: Pick<CaseData, 'profile' | 'current' | 'declaration'>,
): Snapshot => ({ customerType: type, program, profile, documents: current, declaration });

/** The program of a submission. */
export const programOfSnapshot = (deps: Deps, { customerType, program = 'standard' }: Snapshot): Program =>
  programOf(deps.programs, { type: customerType, program });
