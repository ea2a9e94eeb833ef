import type { DeliveryStatus } from '@gatehouse/domain';
import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { owned, realTime, tenantTime } from './columns.ts';
import { event } from './event.ts';
import { deliveryStatus } from './reference.ts';
import { webhookEndpoint } from './webhook-endpoint.ts';

/** One event for one endpoint. The row owns the attempt number and the due time; a job only wakes a worker for it. */
export const delivery = pgTable(
  'delivery',
  {
    ...owned(),
    eventId: uuid('event_id').notNull(),
    endpointId: uuid('endpoint_id').notNull(),
    status: text('status')
      .$type<DeliveryStatus>()
      .notNull()
      .references(() => deliveryStatus.status),
    attempt: integer('attempt').notNull().default(1),
    /** The attempt at which the current retry schedule began: a replay starts it again. */
    firstAttempt: integer('first_attempt').notNull().default(1),
    dueAt: tenantTime('due_at').notNull(),
    queuedAttempt: integer('queued_attempt').notNull().default(0),
    queuedAt: realTime('queued_at'),
    /** The job of the current attempt, by which the reconciler finds out whether it was lost. */
    jobId: uuid('job_id'),
    createdAt: tenantTime('created_at').notNull(),
    endedAt: tenantTime('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'delivery_event',
      columns: [table.tenantId, table.eventId],
      foreignColumns: [event.tenantId, event.id],
    }),
    foreignKey({
      name: 'delivery_endpoint',
      columns: [table.tenantId, table.endpointId],
      foreignColumns: [webhookEndpoint.tenantId, webhookEndpoint.id],
    }),
    unique('delivery_once').on(table.tenantId, table.eventId, table.endpointId),
    // The relay reads the oldest deliveries of each endpoint, so a million that wait for one endpoint cost no more than one.
    index('delivery_waiting')
      .on(table.tenantId, table.endpointId, table.dueAt, table.id)
      .where(sql`status = 'PENDING' and queued_attempt < attempt`),
    index('delivery_in_flight')
      .on(table.tenantId, table.endpointId)
      .where(sql`status = 'PENDING' and queued_attempt = attempt`),
    index('delivery_endpoint_list').on(table.tenantId, table.endpointId, table.createdAt),
  ],
);
