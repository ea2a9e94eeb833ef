import { schema } from '@gatehouse/db';
import { type AnyColumn, asc, type SQL, sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { AuditedColumns, Numbered, RecordEvidence } from './evidence.ts';

/** The position of a pass over all records: the record that was read last. */
export type Cursor = { readonly tenantId: string; readonly customerId: string };

export const BEFORE_ALL: Cursor = {
  tenantId: '00000000-0000-0000-0000-000000000000',
  customerId: '00000000-0000-0000-0000-000000000000',
};
const AFTER_ALL: Cursor = {
  tenantId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  customerId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

/** Builds the condition that selects the rows of the wanted records from a table's two id columns. */
type Selection = (tenantId: AnyColumn, customerId: AnyColumn) => SQL;

type Records = { readonly records: RecordEvidence[]; readonly last: Cursor | null };

/**
 * Reads the next records after the cursor in one snapshot, including removed records that were sealed. `last` is the
 * cursor for the next call, or null at the end.
 */
export function loadRecordsAfter(deps: Pick<Deps, 'db'>, after: Cursor, limit: number): Promise<Records> {
  return asOfOneMoment(deps, async (tx) => {
    const { tenantId, id } = schema.customer;
    const customers: AuditedColumns[] = await tx
      .select(AUDITED_COLUMNS)
      .from(schema.customer)
      .where(sql`(${tenantId}, ${id}) > (${after.tenantId}, ${after.customerId})`)
      .orderBy(tenantId, id)
      .limit(limit);
    const end = customers.length === limit ? customers.at(-1) : undefined;
    const last = end ? { tenantId: end.tenantId, customerId: end.id } : null;
    const to = last ?? AFTER_ALL;
    const selection: Selection = (tenant, customer) =>
      sql`(${tenant}, ${customer}) > (${after.tenantId}, ${after.customerId}) and (${tenant}, ${customer}) <= (${to.tenantId}, ${to.customerId})`;
    return { records: await evidence(tx, customers, selection), last };
  });
}

/** Reads one record in one snapshot. Null when there is neither a row nor a leaf of it. */
export function loadRecord(deps: Pick<Deps, 'db'>, { tenantId, customerId }: Cursor): Promise<RecordEvidence | null> {
  return asOfOneMoment(deps, async (tx) => {
    const selection: Selection = (tenant, customer) => sql`${tenant} = ${tenantId} and ${customer} = ${customerId}`;
    const customers = await tx
      .select(AUDITED_COLUMNS)
      .from(schema.customer)
      .where(selection(schema.customer.tenantId, schema.customer.id));
    return (await evidence(tx, customers, selection))[0] ?? null;
  });
}

const AUDITED_COLUMNS = {
  tenantId: schema.customer.tenantId,
  id: schema.customer.id,
  customerStatus: schema.customer.customerStatus,
  statusChangeId: schema.customer.statusChangeId,
  statusChangedAt: schema.customer.statusChangedAt,
  createdAt: schema.customer.createdAt,
  archivedAt: schema.customer.archivedAt,
  version: schema.customer.version,
  profileVersion: schema.customer.profileVersion,
  sequence: schema.customer.sequence,
  auditHead: schema.customer.auditHead,
  auditPosition: schema.customer.auditPosition,
};

type Reader = Parameters<Parameters<Deps['db']['transaction']>[0]>[0];

/** All reads of a record use one snapshot. Otherwise a concurrent write would make it look broken. */
const asOfOneMoment = <T>({ db }: Pick<Deps, 'db'>, read: (tx: Reader) => Promise<T>): Promise<T> =>
  db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });

async function evidence(
  tx: Reader,
  customers: readonly AuditedColumns[],
  selection: Selection,
): Promise<RecordEvidence[]> {
  const { auditEntry, statusChange, proposal, note, auditSealLeaf } = schema;
  const entries = grouped(
    await tx
      .select()
      .from(auditEntry)
      .where(selection(auditEntry.tenantId, auditEntry.customerId))
      .orderBy(asc(auditEntry.position)),
  );
  const changes = grouped(
    await tx
      .select()
      .from(statusChange)
      .where(selection(statusChange.tenantId, statusChange.customerId))
      .orderBy(asc(statusChange.version)),
  );
  const proposals = grouped(await tx.select().from(proposal).where(selection(proposal.tenantId, proposal.customerId)));
  const notes = grouped(await tx.select().from(note).where(selection(note.tenantId, note.customerId)));
  const leaves = grouped(
    await tx
      .select()
      .from(auditSealLeaf)
      .where(selection(auditSealLeaf.tenantId, auditSealLeaf.customerId))
      .orderBy(asc(auditSealLeaf.seal)),
  );
  const profiles = await numbered(tx, schema.profile, schema.profile.version, selection);
  const events = await numbered(tx, schema.event, schema.event.sequence, selection);
  const records = new Map<string, Cursor & { customer: AuditedColumns | null }>();
  for (const [key, [leaf]] of leaves) if (leaf) records.set(key, { ...cursorOf(leaf), customer: null });
  for (const customer of customers) {
    const cursor = { tenantId: customer.tenantId, customerId: customer.id };
    records.set(keyOf(cursor), { ...cursor, customer });
  }
  return [...records].map(([key, record]) => ({
    ...record,
    entries: entries.get(key) ?? [],
    changes: changes.get(key) ?? [],
    proposals: proposals.get(key) ?? [],
    notes: notes.get(key) ?? [],
    profiles: profiles.get(key) ?? NONE,
    events: events.get(key) ?? NONE,
    leaves: leaves.get(key) ?? [],
  }));
}

const NONE: Numbered = { count: 0, last: 0 };

/** Counts each record's rows in a table, and reads their highest number. */
async function numbered(
  tx: Reader,
  table: typeof schema.profile | typeof schema.event,
  number: AnyColumn,
  selection: Selection,
): Promise<Map<string, Numbered>> {
  const { tenantId, customerId } = table;
  const rows = await tx
    .select({ tenantId, customerId, count: sql<number>`count(*)::int`, last: sql<number>`max(${number})` })
    .from(table)
    .where(selection(tenantId, customerId))
    .groupBy(tenantId, customerId);
  return new Map(rows.map(({ count, last, ...record }) => [keyOf(record as Cursor), { count, last }]));
}

const cursorOf = ({ tenantId, customerId }: Cursor): Cursor => ({ tenantId, customerId });
const keyOf = ({ tenantId, customerId }: Cursor): string => `${tenantId}/${customerId}`;

function grouped<Row extends Cursor>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, keyOf);
}
