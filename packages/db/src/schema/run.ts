import type { ReviewPolicy, RunOutcome, RunPurpose } from '@gatehouse/domain';
import { foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, tenantTime } from './columns.ts';
import { customer } from './customer.ts';

/** One run of checks over a frozen snapshot. Attempts count a customer’s submissions from 1. */
export const run = pgTable(
  'run',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    purpose: text('purpose').$type<RunPurpose>().notNull(),
    attempt: integer('attempt').notNull(),
    profileVersion: integer('profile_version').notNull(),
    snapshot: bytea('snapshot').notNull(),
    snapshotHash: bytea('snapshot_hash').notNull(),
    reviewPolicy: text('review_policy').$type<ReviewPolicy>().notNull(),
    policyVersion: integer('policy_version').notNull(),
    /** The reactivation proposal for which the checks run again. */
    proposalId: uuid('proposal_id'),
    outcome: text('outcome').$type<RunOutcome>(),
    createdAt: tenantTime('created_at').notNull(),
    endedAt: tenantTime('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'run_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    unique('run_attempt').on(table.tenantId, table.customerId, table.purpose, table.attempt),
  ],
);
