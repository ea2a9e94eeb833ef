import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { realTime } from './columns.ts';

/** How much of a limit somebody has spent. `key` is a keyed hash of who that is; the count begins anew at `resetsAt`. */
export const rateLimit = pgTable(
  'rate_limit',
  {
    name: text('name').notNull(),
    key: text('key').notNull(),
    spent: bigint('spent', { mode: 'number' }).notNull(),
    resetsAt: realTime('resets_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.key] }), index('rate_limit_resets').on(table.resetsAt)],
);
