import type { Mode } from '@gatehouse/domain';
import { sql } from 'drizzle-orm';
import { bigint, check, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { realTime } from './columns.ts';
import { partner } from './partner.ts';

/** One side of a partner, `TEST` or `LIVE`. Its id is the tenancy key. Only the clock of a test tenant can be moved. */
export const tenant = pgTable(
  'tenant',
  {
    id: uuid('id').primaryKey(),
    partnerId: uuid('partner_id')
      .notNull()
      .references(() => partner.id),
    mode: text('mode').$type<Mode>().notNull(),
    clockOffset: bigint('clock_offset', { mode: 'number' }).notNull().default(0),
    createdAt: realTime('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('tenant_side').on(table.partnerId, table.mode),
    check('tenant_mode', sql`${table.mode} in ('TEST', 'LIVE')`),
    check('tenant_live_clock', sql`${table.mode} = 'TEST' or ${table.clockOffset} = 0`),
  ],
);
