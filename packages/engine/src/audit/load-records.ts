import { schema } from '@gatehouse/db';
import { type AnyColumn, asc, type SQL, sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { Kept, Numbered, RecordEvidence } from './evidence.ts';

/** Where a pass over all records stands: the record that it looked at last. */
export type Cursor = { readonly tenantId: string; readonly customerId: string };

export const BEFORE_ALL: Cursor = {
  tenantId: '00000000-0000-0000-0000-000000000000',
  customerId: '00000000-0000-0000-0000-000000000000',
};
const AFTER_ALL: Cursor = {
  tenantId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  customerId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

/** Says which rows belong to the records that are meant, by a table's two columns. */
type Meant = (tenantId: AnyColumn, customerId: AnyColumn) => SQL;

type Records = { readonly records: RecordEvidence[]; readonly last: Cursor | null };

/**
 * Reads the next records after the cursor, removed ones that were sealed among them, as of one moment. `last` is where
 * to go on, or null when there are no more.
 */
export function loadRecordsAfter(deps: Pick<Deps, 'db'>, after: Cursor, limit: number): Promise<Records> {
  return asOfOneMoment(deps, async (tx) => {
    const { tenantId, id } = schema.customer;
    const customers: Kept[] = await tx
      .select(KEPT)
      .from(schema.customer)
      .where(sql`(${tenantId}, ${id}) > (${after.tenantId}, ${after.customerId})`)
      .orderBy(tenantId, id)
      .limit(limit);
    const end = customers.length === limit ? customers.at(-1) : undefined;
    const last = end ? { tenantId: end.tenantId, customerId: end.id } : null;
    const to = last ?? AFTER_ALL;
    const meant: Meant = (tenant, customer) =>
      sql`(${tenant}, ${customer}) > (${after.tenantId}, ${after.customerId}) and (${tenant}, ${customer}) <= (${to.tenantId}, ${to.customerId})`;
    return { records: await evidence(tx, customers, meant), last };
  });
}

/** One record as of one moment, or null when nothing was ever known of it. */
export function loadRecord(deps: Pick<Deps, 'db'>, { tenantId, customerId }: Cursor): Promise<RecordEvidence | null> {
  return asOfOneMoment(deps, async (tx) => {
    const meant: Meant = (tenant, customer) => sql`${tenant} = ${tenantId} and ${customer} = ${customerId}`;
    const customers = await tx
      .select(KEPT)
      .from(schema.customer)
      .where(meant(schema.customer.tenantId, schema.customer.id));
    return (await evidence(tx, customers, meant))[0] ?? null;
  });
}

const KEPT = {
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

/** Reads that belong together see no write between them, or a record in use would look broken. */
const asOfOneMoment = <T>({ db }: Pick<Deps, 'db'>, read: (tx: Reader) => Promise<T>): Promise<T> =>
  db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });

async function evidence(tx: Reader, customers: readonly Kept[], meant: Meant): Promise<RecordEvidence[]> {
  const { auditEntry, statusChange, proposal, note, auditSealLeaf } = schema;
  const entries = grouped(
    await tx
      .select()
      .from(auditEntry)
      .where(meant(auditEntry.tenantId, auditEntry.customerId))
      .orderBy(asc(auditEntry.position)),
  );
  const changes = grouped(
    await tx
      .select()
      .from(statusChange)
      .where(meant(statusChange.tenantId, statusChange.customerId))
      .orderBy(asc(statusChange.version)),
  );
  const proposals = grouped(await tx.select().from(proposal).where(meant(proposal.tenantId, proposal.customerId)));
  const notes = grouped(await tx.select().from(note).where(meant(note.tenantId, note.customerId)));
  const leaves = grouped(
    await tx
      .select()
      .from(auditSealLeaf)
      .where(meant(auditSealLeaf.tenantId, auditSealLeaf.customerId))
      .orderBy(asc(auditSealLeaf.seal)),
  );
  const profiles = await numbered(tx, schema.profile, schema.profile.version, meant);
  const events = await numbered(tx, schema.event, schema.event.sequence, meant);
  const records = new Map<string, Cursor & { customer: Kept | null }>();
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

/** How many rows each record has in a table, and the highest number among them. */
async function numbered(
  tx: Reader,
  table: typeof schema.profile | typeof schema.event,
  number: AnyColumn,
  meant: Meant,
): Promise<Map<string, Numbered>> {
  const { tenantId, customerId } = table;
  const rows = await tx
    .select({ tenantId, customerId, count: sql<number>`count(*)::int`, last: sql<number>`max(${number})` })
    .from(table)
    .where(meant(tenantId, customerId))
    .groupBy(tenantId, customerId);
  return new Map(rows.map(({ count, last, ...record }) => [keyOf(record as Cursor), { count, last }]));
}

const cursorOf = ({ tenantId, customerId }: Cursor): Cursor => ({ tenantId, customerId });
const keyOf = ({ tenantId, customerId }: Cursor): string => `${tenantId}/${customerId}`;

function grouped<Row extends Cursor>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, keyOf);
}
