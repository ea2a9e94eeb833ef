import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { owned, tenantTime } from './columns.ts';
import { delivery } from './delivery.ts';

/** One attempt to deliver: what was answered, and how long it took. */
export const attempt = pgTable(
  'attempt',
  {
    ...owned(),
    deliveryId: uuid('delivery_id').notNull(),
    number: integer('number').notNull(),
    statusCode: integer('status_code'),
    durationMs: integer('duration_ms').notNull(),
    answer: text('answer').notNull(),
    error: text('error'),
    at: tenantTime('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'attempt_delivery',
      columns: [table.tenantId, table.deliveryId],
      foreignColumns: [delivery.tenantId, delivery.id],
    }),
    index('attempt_of_delivery').on(table.tenantId, table.deliveryId, table.number),
  ],
);
