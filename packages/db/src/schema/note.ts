import { foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, tenantTime } from './columns.ts';
import { customer } from './customer.ts';

/** An internal note on a case. It never leaves the desk. */
export const note = pgTable(
  'note',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    sealed: bytea('sealed').notNull(),
    createdAt: tenantTime('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'note_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    index('note_customer').on(table.tenantId, table.customerId),
  ],
);
