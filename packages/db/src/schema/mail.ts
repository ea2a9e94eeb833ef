import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, realTime } from './columns.ts';
import { customer } from './customer.ts';

/**
 * An email that waits to be sent or was sent. Its address and text are sealed under the customer's key. An email to the
 * partner belongs to no customer and is sealed under the key-encryption key `keyId`.
 */
export const mail = pgTable(
  'mail',
  {
    ...owned(),
    customerId: uuid('customer_id'),
    keyId: text('key_id'),
    kind: text('kind').notNull(),
    sealed: bytea('sealed').notNull(),
    queuedAt: realTime('queued_at'),
    jobId: uuid('job_id'),
    sentAt: realTime('sent_at'),
    createdAt: realTime('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'mail_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    check('mail_sealed_once', sql`(${table.customerId} is null) = (${table.keyId} is not null)`),
    index('mail_waiting').on(table.createdAt).where(sql`sent_at is null`),
  ],
);
