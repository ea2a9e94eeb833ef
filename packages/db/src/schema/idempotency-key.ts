import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, realTime } from './columns.ts';

/** An answer kept for a day, so that a repeated request gets the same one. Null while the first is still running. */
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
