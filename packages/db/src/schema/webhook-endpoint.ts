import type { DisabledBecause, StoredEventType, WebhookEndpointStatus } from '@gatehouse/domain';
import { boolean, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, owned, tenantTime } from './columns.ts';
import { webhookEndpointStatus } from './reference.ts';
import { tenant } from './tenant.ts';

/** Where a tenant’s events are sent. Its signing secrets are sealed under the key-encryption key. After a rotation, the old secret signs along until it expires. */
export const webhookEndpoint = pgTable(
  'webhook_endpoint',
  {
    ...owned(),
    url: text('url').notNull(),
    description: text('description').notNull().default(''),
    /** Empty means every type. */
    eventTypes: text('event_types').array().$type<StoredEventType[]>().notNull().default([]),
    status: text('status')
      .$type<WebhookEndpointStatus>()
      .notNull()
      .references(() => webhookEndpointStatus.status),
    disabledBecause: text('disabled_because').$type<DisabledBecause>(),
    secrets: bytea('secrets').notNull(),
    keyId: text('key_id').notNull(),
    createdAt: tenantTime('created_at').notNull(),
    lastSuccessAt: tenantTime('last_success_at'),
    failingSince: tenantTime('failing_since'),
    /** How many consecutive attempts have failed. */
    failures: integer('failures').notNull().default(0),
    /** When the open breaker lets the next probe through; null while it is closed. */
    probeAt: tenantTime('probe_at'),
    /** Whether the last attempt took long: deliveries then wait in the queue for slow endpoints. */
    slow: boolean('slow').notNull().default(false),
    removedAt: tenantTime('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({ name: 'webhook_endpoint_tenant', columns: [table.tenantId], foreignColumns: [tenant.id] }),
  ],
);
