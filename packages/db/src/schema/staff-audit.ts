import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { ACTOR_KINDS, realTime } from './columns.ts';
import { staff } from './staff.ts';

/** What happened to a staff account: ids and codes, never a name or an address. It is append-only. */
export const staffAudit = pgTable(
  'staff_audit',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    action: text('action').notNull(),
    about: jsonb('about').$type<Record<string, string>>().notNull().default({}),
    actorKind: text('actor_kind', { enum: ACTOR_KINDS }).notNull(),
    actorId: uuid('actor_id'),
    createdAt: realTime('created_at').notNull(),
  },
  (table) => [index('staff_audit_staff').on(table.staffId, table.createdAt)],
);
