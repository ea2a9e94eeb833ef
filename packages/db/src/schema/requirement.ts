import type { Asker, DocumentKind, RequirementCode, RequirementStatus } from '@gatehouse/domain';
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, tenantTime } from './columns.ts';
import { customer } from './customer.ts';
import { requirementStatus } from './reference.ts';

/** One thing asked of the customer. The free text is sealed; the code and the target appear in events. */
export const requirement = pgTable(
  'requirement',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    runId: uuid('run_id'),
    code: text('code').$type<RequirementCode>().notNull(),
    field: text('field'),
    documentKind: text('document_kind').$type<DocumentKind>(),
    sealed: bytea('sealed'),
    status: text('status')
      .$type<RequirementStatus>()
      .notNull()
      .references(() => requirementStatus.status),
    round: integer('round').notNull(),
    dueAt: tenantTime('due_at'),
    askedBy: text('asked_by').$type<Asker>().notNull(),
    askedAt: tenantTime('asked_at').notNull(),
    answeredAt: tenantTime('answered_at'),
    settledAt: tenantTime('settled_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'requirement_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    index('requirement_customer').on(table.tenantId, table.customerId),
  ],
);
