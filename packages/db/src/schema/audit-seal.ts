import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, realTime } from './columns.ts';

/**
 * All heads sealed together: a Merkle root over the heads that moved since the seal before, and a hash that continues
 * that seal. Seals are only added, one after the other, and a guard holds the order.
 */
export const auditSeal = pgTable('audit_seal', {
  /** From 1, without a gap. */
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
 * One record's head as it was sealed. There is a leaf for each record whose head moved since it was last sealed, so a
 * seal costs what happened and not what exists. It references no customer, because it has to outlive one that
 * somebody removed. Leaves are added while their seal is open, which a guard holds.
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
