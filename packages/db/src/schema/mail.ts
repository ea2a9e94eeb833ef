import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, realTime } from './columns.ts';
import { customer } from './customer.ts';

/**
 * An email that waits to be sent, and what became of it. Its address and words are sealed: under the customer's key, or, for
 * an email to the partner, which is about no customer, under the key-encryption key that `keyId` names.
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
