import { foreignKey, pgTable, primaryKey, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, owned } from './columns.ts';
import { customer } from './customer.ts';

/** A customer’s session, begun by a link. Revocable at once. */
export const portalSession = pgTable(
  'portal_session',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    hash: bytea('hash').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
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
