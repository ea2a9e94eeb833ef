import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, owned } from './columns.ts';
import { customer } from './customer.ts';

/** A letter that waits to be sent, and what became of it. Its address and words are sealed. */
export const mail = pgTable(
  'mail',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    kind: text('kind').notNull(),
    sealed: bytea('sealed').notNull(),
    queuedAt: at('queued_at'),
    sentAt: at('sent_at'),
    createdAt: at('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'mail_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    index('mail_waiting').on(table.createdAt).where(sql`sent_at is null`),
  ],
);
