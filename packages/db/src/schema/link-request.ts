import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, realTime } from './columns.ts';

/**
 * Somebody asked for a new link to an address. Whether anyone has that address is looked up later by the worker, so that
 * the request does the same work for everyone. The address is sealed under the installation's own key.
 */
export const linkRequest = pgTable(
  'link_request',
  {
    id: uuid('id').primaryKey(),
    sealed: bytea('sealed').notNull(),
    keyId: text('key_id').notNull(),
    createdAt: realTime('created_at').notNull(),
  },
  (table) => [index('link_request_created').on(table.createdAt)],
);
