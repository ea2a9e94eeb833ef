import type { ActorKind } from '@gatehouse/domain';
import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { owned, tenantTime } from './columns.ts';
import { customer } from './customer.ts';

/** What a customer declared, with the version of its text, by whom and when. */
export const declaration = pgTable(
  'declaration',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    words: text('words').notNull(),
    actorKind: text('actor_kind').$type<ActorKind>().notNull(),
    actorId: uuid('actor_id'),
    declaredAt: tenantTime('declared_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'declaration_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    index('declaration_customer').on(table.tenantId, table.customerId),
  ],
);
