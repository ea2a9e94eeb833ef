import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, realTime } from './columns.ts';

/**
 * A seal over all heads: a Merkle root over the heads that moved since the previous seal, and a hash chained to that
 * seal. Seals are append-only, and a guard enforces their order.
 */
export const auditSeal = pgTable('audit_seal', {
  /** Counts from 1 without gaps. */
  number: integer('number').primaryKey(),
  leaves: integer('leaves').notNull(),
  root: bytea('root').notNull(),
  /** The exact bytes that were hashed. */
  body: text('body').notNull(),
  previous: bytea('previous'),
  hash: bytea('hash').notNull(),
  at: realTime('at').notNull(),
});

/**
 * The head of one record as it was sealed. Only records whose head moved since they were last sealed get a leaf, so a
 * seal costs as much as happened, not as much as exists. It references no customer, because it has to outlive a customer
 * that somebody deletes. A guard allows new leaves only while their seal is open.
 */
export const auditSealLeaf = pgTable(
  'audit_seal_leaf',
  {
    seal: integer('seal').notNull(),
    tenantId: uuid('tenant_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    position: integer('position').notNull(),
    head: bytea('head').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.seal, table.tenantId, table.customerId] }),
    index('audit_seal_leaf_record').on(table.tenantId, table.customerId, table.seal),
  ],
);
