import type { CustomerStatus, CustomerType } from '@gatehouse/domain';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea, owned, tenantTime } from './columns.ts';
import { customerStatus } from './reference.ts';
import { tenant } from './tenant.ts';

/**
 * The customer, to which all other records belong. It has three counters: `version` counts changes of status or profile,
 * `sequence` counts events, and `revision` counts writes, which compare and set on it. `statusChangeId` references the
 * change that led to the current status, and a guard keeps the two consistent. Display name and email are the searchable
 * projection; all other personal data is sealed under `dataKey`, which is wrapped by the key `keyId`.
 */
export const customer = pgTable(
  'customer',
  {
    ...owned(),
    type: text('type').$type<CustomerType>().notNull(),
    program: text('program').notNull().default('standard'),
    externalId: text('external_id'),
    email: text('email'),
    displayName: text('display_name').notNull().default(''),
    customerStatus: text('customer_status')
      .$type<CustomerStatus>()
      .notNull()
      .references(() => customerStatus.status),
    statusChangedAt: tenantTime('status_changed_at').notNull(),
    statusChangeId: uuid('status_change_id'),
    metadata: jsonb('metadata').$type<Record<string, string>>().notNull().default({}),
    expectedBy: tenantTime('expected_by'),
    delayAnnouncedAt: tenantTime('delay_announced_at'),
    expedited: boolean('expedited').notNull().default(false),
    assignedTo: uuid('assigned_to'),
    /** The open run, whose result decides next. */
    openRunId: uuid('open_run_id'),
    openProposalId: uuid('open_proposal_id'),
    /** Set while the manual check of the open run is pending: a person has to decide. */
    needsPerson: boolean('needs_person').notNull().default(false),
    profileVersion: integer('profile_version').notNull().default(0),
    version: integer('version').notNull().default(0),
    sequence: integer('sequence').notNull().default(0),
    revision: bigint('revision', { mode: 'number' }).notNull().default(0),
    auditHead: bytea('audit_head'),
    auditPosition: integer('audit_position').notNull().default(0),
    dataKey: bytea('data_key'),
    keyId: text('key_id'),
    createdAt: tenantTime('created_at').notNull(),
    archivedAt: tenantTime('archived_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({ name: 'customer_tenant', columns: [table.tenantId], foreignColumns: [tenant.id] }),
    uniqueIndex('customer_external_id').on(table.tenantId, table.externalId),
    uniqueIndex('customer_email').on(table.tenantId, table.email).where(sql`archived_at is null`),
    index('customer_list').on(table.tenantId, table.createdAt, table.id),
    index('customer_queue').on(table.customerStatus, table.statusChangedAt, table.id),
    index('customer_person').on(table.expedited, table.statusChangedAt, table.id).where(sql`needs_person`),
    index('customer_by_id').on(table.id),
    index('customer_assigned').on(table.assignedTo, table.statusChangedAt),
  ],
);
