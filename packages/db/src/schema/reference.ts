import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/**
 * The lifecycles in the database. The migrate command synchronises these tables with the domain's declarations, and
 * every status column references them, so a new status is one edit in the domain.
 */
const statusTable = <Name extends string>(name: Name) =>
  pgTable(name, {
    status: text('status').primaryKey(),
    label: text('label').notNull(),
    initial: boolean('initial').notNull(),
  });

export const customerStatus = statusTable('customer_status');
export const enablementStatus = statusTable('enablement_status');
export const checkStatus = statusTable('check_status');
export const requirementStatus = statusTable('requirement_status');
export const deliveryStatus = statusTable('delivery_status');
export const webhookEndpointStatus = statusTable('webhook_endpoint_status');
export const proposalStatus = statusTable('proposal_status');
export const documentStatus = statusTable('document_status');

/** The allowed transitions between customer statuses. `status_change` references it, so history can hold no others. */
export const customerTransition = pgTable(
  'customer_transition',
  {
    fromStatus: text('from_status')
      .notNull()
      .references(() => customerStatus.status),
    event: text('event').notNull(),
    toStatus: text('to_status')
      .notNull()
      .references(() => customerStatus.status),
    people: integer('people').notNull(),
    /** Who makes the transition: the engine, or staff with at least this role. */
    by: text('by').notNull().default('engine'),
  },
  (table) => [primaryKey({ columns: [table.fromStatus, table.event, table.toStatus, table.people] })],
);

/** The access table. The guard on profiles reads it and refuses a new version while the status does not allow updates. */
export const customerCapability = pgTable(
  'customer_capability',
  {
    status: text('status')
      .notNull()
      .references(() => customerStatus.status),
    capability: text('capability').notNull(),
  },
  (table) => [primaryKey({ columns: [table.status, table.capability] })],
);
