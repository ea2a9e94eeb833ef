import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, realTime } from './columns.ts';

/**
 * A request for a new link to an email address. The worker looks up later whether a customer has that address, so that
 * the request does the same work for every address. The address is sealed under the installation's own key.
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
