import { foreignKey, pgTable, primaryKey, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, realTime } from './columns.ts';
import { customer } from './customer.ts';

/** A customer’s session, started by a link. It can be revoked at once. */
export const portalSession = pgTable(
  'portal_session',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    hash: bytea('hash').notNull(),
    createdAt: realTime('created_at').notNull(),
    expiresAt: realTime('expires_at').notNull(),
    revokedAt: realTime('revoked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'portal_session_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    uniqueIndex('portal_session_hash').on(table.hash),
  ],
);
