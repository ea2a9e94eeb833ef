import type { ActorKind, AuditAction } from '@gatehouse/domain';
import { foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, tenantTime } from './columns.ts';
import { customer } from './customer.ts';

/** The audit log: one hash chain per customer, whose head is on the customer’s row. Bodies hold ids, codes and hashes, and no personal data. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    position: integer('position').notNull(),
    action: text('action').$type<AuditAction>().notNull(),
    actorKind: text('actor_kind').$type<ActorKind>().notNull(),
    actorId: uuid('actor_id'),
    /** The exact bytes that were hashed. */
    body: text('body').notNull(),
    previous: bytea('previous'),
    hash: bytea('hash').notNull(),
    at: tenantTime('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'audit_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    unique('audit_position').on(table.tenantId, table.customerId, table.position),
  ],
);
