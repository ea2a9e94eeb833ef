import { schema } from '@gatehouse/db';
import { changedFields, type PortalDraft } from '@gatehouse/domain';
import { and, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { currentProfile } from '../record/data.ts';
import type { CustomerRecord } from '../record/load.ts';

/** Loads all drafts of this customer by subject. */
export async function draftsOf(deps: Deps, record: CustomerRecord): Promise<Record<string, PortalDraft>> {
  const { tenantId, id } = record.customer;
  const rows = await deps.db
    .select()
    .from(schema.draft)
    .where(and(eq(schema.draft.tenantId, tenantId), eq(schema.draft.customerId, id)));
  const changed = await changedSince(
    deps,
    record,
    rows.map((row) => row.basedOnVersion),
  );
  return Object.fromEntries(
    rows.map((row) => [
      row.subject,
      {
        values: record.key.open<Record<string, unknown>>('draft', row.sealed),
        basedOnVersion: row.basedOnVersion,
        changedSince: changed.get(row.basedOnVersion) ?? [],
        updatedAt: row.updatedAt.toISOString(),
      },
    ]),
  );
}

/** Finds the profile fields that have changed since each of these versions. It reads nothing when all are current. */
async function changedSince(
  deps: Deps,
  record: CustomerRecord,
  versions: readonly number[],
): Promise<Map<number, string[]>> {
  const behind = [...new Set(versions)].filter((version) => version < record.customer.profileVersion);
  if (behind.length === 0) return new Map();
  const [now, ...before] = await Promise.all([
    currentProfile(deps, record),
    ...behind.map((version) => currentProfile(deps, record, version)),
  ]);
  const pairs = behind.map((version, index): [number, string[]] => [
    version,
    changedFields(record.program.names, before[index] ?? {}, now),
  ]);
  return new Map(pairs);
}
