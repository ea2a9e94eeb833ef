import type { CheckKind, CheckStatus } from '@gatehouse/domain';
import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, realTime, tenantTime } from './columns.ts';
import { customer } from './customer.ts';
import { checkStatus } from './reference.ts';
import { run } from './run.ts';

/** One question asked of one provider in one run. A verdict never changes. `attempt` is the try that may write it: a worker that was paused and comes back holds an old number and can write nothing. */
export const verificationCheck = pgTable(
  'verification_check',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    runId: uuid('run_id').notNull(),
    kind: text('kind').$type<CheckKind>().notNull(),
    status: text('status')
      .$type<CheckStatus>()
      .notNull()
      .references(() => checkStatus.status),
    inputHash: bytea('input_hash').notNull(),
    sealed: bytea('sealed'),
    carriedFrom: uuid('carried_from'),
    /** A person has answered for this check’s flag or failure. */
    resolved: boolean('resolved').notNull().default(false),
    attempt: integer('attempt').notNull().default(1),
    /** When the next try is due; null when a person answers. */
    dueAt: tenantTime('due_at'),
    /** The try for which a job was made, and when: the relay makes one per try, and the reconciler makes it again when it is lost. */
    queuedAttempt: integer('queued_attempt').notNull().default(0),
    queuedAt: realTime('queued_at'),
    jobId: uuid('job_id'),
    createdAt: tenantTime('created_at').notNull(),
    finishedAt: tenantTime('finished_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'check_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    foreignKey({ name: 'check_run', columns: [table.tenantId, table.runId], foreignColumns: [run.tenantId, run.id] }),
    index('check_of_run').on(table.tenantId, table.runId),
    index('check_due').on(table.dueAt).where(sql`status = 'PENDING' and due_at is not null`),
  ],
);
