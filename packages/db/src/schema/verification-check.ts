import type { CheckKind, CheckStatus, SubjectKind } from '@gatehouse/domain';
import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, realTime, tenantTime } from './columns.ts';
import { customer } from './customer.ts';
import { checkStatus } from './reference.ts';
import { run } from './run.ts';

/** One question about one subject, to one provider in one run. A verdict never changes. Only the current `attempt` may write it, so a worker that resumes after a pause with an old number writes nothing. */
export const verificationCheck = pgTable(
  'verification_check',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    runId: uuid('run_id').notNull(),
    kind: text('kind').$type<CheckKind>().notNull(),
    /** The tenant’s configuration when the run was planned; perhaps one that this installation does not have. */
    provider: text('provider').notNull(),
    subjectKind: text('subject_kind').$type<SubjectKind>().notNull().default('CUSTOMER'),
    subjectId: uuid('subject_id').notNull(),
    status: text('status')
      .$type<CheckStatus>()
      .notNull()
      .references(() => checkStatus.status),
    inputHash: bytea('input_hash').notNull(),
    sealed: bytea('sealed'),
    carriedFrom: uuid('carried_from'),
    /** Whether a person has taken responsibility for this check’s flag or failure. */
    resolved: boolean('resolved').notNull().default(false),
    attempt: integer('attempt').notNull().default(1),
    /** When the next attempt is due; null when a person answers. */
    dueAt: tenantTime('due_at'),
    /** The attempt for which a job was created, and when. The relay creates one job per attempt; the reconciler replaces lost ones. */
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
