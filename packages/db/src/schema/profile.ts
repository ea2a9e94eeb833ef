import type { ActorKind } from '@gatehouse/domain';
import { foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, tenantTime } from './columns.ts';
import { customer } from './customer.ts';

/** One version of a customer's data. Versions are append-only, and a guard refuses new ones in a locked status. */
export const profile = pgTable(
  'profile',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    version: integer('version').notNull(),
    sealed: bytea('sealed').notNull(),
    changeRequestId: uuid('change_request_id'),
    actorKind: text('actor_kind').$type<ActorKind>().notNull(),
    actorId: uuid('actor_id'),
    createdAt: tenantTime('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'profile_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    unique('profile_version').on(table.tenantId, table.customerId, table.version),
  ],
);
