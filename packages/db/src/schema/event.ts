import type { EventType } from '@gatehouse/domain';
import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { owned, realTime, tenantTime, xid8 } from './columns.ts';
import { customer } from './customer.ts';

/** What happened; also the outbox. The bytes of the body are immutable. `sequence` has no gaps within a customer. */
export const event = pgTable(
  'event',
  {
    ...owned(),
    customerId: uuid('customer_id'),
    type: text('type').$type<EventType>().notNull(),
    sequence: integer('sequence').notNull(),
    body: text('body').notNull(),
    occurredAt: tenantTime('occurred_at').notNull(),
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    /** When the relay turned it into deliveries. */
    relayedAt: realTime('relayed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'event_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    uniqueIndex('event_sequence').on(table.tenantId, table.customerId, table.sequence),
    index('event_order').on(table.tenantId, table.xid, table.id),
    index('event_waiting').on(table.id).where(sql`relayed_at is null`),
  ],
);
