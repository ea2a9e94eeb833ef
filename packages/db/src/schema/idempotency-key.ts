import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, realTime } from './columns.ts';

/** An answer that is kept for a day, so that a repeated request gets the same one. Version 0.1.0 left rows without an answer. */
export const idempotencyKey = pgTable(
  'idempotency_key',
  {
    tenantId: uuid('tenant_id').notNull(),
    key: text('key').notNull(),
    procedure: text('procedure').notNull(),
    requestHash: bytea('request_hash').notNull(),
    answer: bytea('answer'),
    keyId: text('key_id'),
    createdAt: realTime('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.key] })],
);
