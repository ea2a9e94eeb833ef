import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { realTime } from './columns.ts';

/** How much of a limit is spent. `key` is a keyed hash of whom the limit counts; the count restarts at `resetsAt`. */
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
