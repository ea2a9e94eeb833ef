import { foreignKey, pgTable, primaryKey, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, realTime } from './columns.ts';
import { customer } from './customer.ts';

/** A single-use link to the portal. Only its hash is stored; one conditional update redeems it. */
export const portalLink = pgTable(
  'portal_link',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    hash: bytea('hash').notNull(),
    createdAt: realTime('created_at').notNull(),
    expiresAt: realTime('expires_at').notNull(),
    usedAt: realTime('used_at'),
    revokedAt: realTime('revoked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'portal_link_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    uniqueIndex('portal_link_hash').on(table.hash),
  ],
);
