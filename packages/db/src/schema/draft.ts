import { foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, tenantTime } from './columns.ts';
import { customer } from './customer.ts';

/** What a person has typed so far, unvalidated. It raises no event. `basedOnVersion` shows whether the profile has changed since. */
export const draft = pgTable(
  'draft',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    subject: text('subject').notNull(),
    sealed: bytea('sealed').notNull(),
    basedOnVersion: integer('based_on_version').notNull(),
    updatedAt: tenantTime('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'draft_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    unique('draft_subject').on(table.tenantId, table.customerId, table.subject),
  ],
);
