import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, realTime } from './columns.ts';

/** The two passes over all records: one seals their heads, one verifies them. */
export const AUDIT_RUN_KINDS = ['SEAL', 'VERIFY'] as const;

/** One pass over all records, in batches. The cursor marks its progress, so that any worker can do the next batch. */
export const auditRun = pgTable(
  'audit_run',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<(typeof AUDIT_RUN_KINDS)[number]>().notNull(),
    startedAt: realTime('started_at').notNull(),
    endedAt: realTime('ended_at'),
    cursorTenantId: uuid('cursor_tenant_id'),
    cursorCustomerId: uuid('cursor_customer_id'),
    /** The last seal that was verified or made, and its hash, which proves that the seal existed if it is deleted. */
    seals: integer('seals').notNull().default(0),
    sealHash: bytea('seal_hash'),
    records: integer('records').notNull().default(0),
    broken: integer('broken').notNull().default(0),
  },
  (table) => [
    uniqueIndex('audit_run_one_open').on(table.kind).where(sql`ended_at is null`),
    index('audit_run_last').on(table.kind, table.startedAt),
    check('audit_run_kind', sql`${table.kind} in ('SEAL', 'VERIFY')`),
  ],
);

/** What a verification found: the first break of one record, or a broken seal. Ids and numbers only. */
export const auditBreak = pgTable(
  'audit_break',
  {
    runId: uuid('run_id').notNull(),
    id: uuid('id').notNull(),
    what: text('what').notNull(),
    seal: integer('seal'),
    tenantId: uuid('tenant_id'),
    customerId: uuid('customer_id'),
    position: integer('position'),
    foundAt: realTime('found_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.id] }),
    foreignKey({ name: 'audit_break_run', columns: [table.runId], foreignColumns: [auditRun.id] }),
    check('audit_break_of', sql`num_nonnulls(${table.tenantId}, ${table.customerId}, ${table.position}) in (0, 3)`),
  ],
);
