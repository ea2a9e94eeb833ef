import type { Scope } from '@gatehouse/domain';
import { foreignKey, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytea, owned, realTime } from './columns.ts';
import { tenant } from './tenant.ts';

/** An API key of a tenant. Only its hash is stored; people recognise it by its prefix. */
export const apiKey = pgTable(
  'api_key',
  {
    ...owned(),
    name: text('name').notNull(),
    prefix: text('prefix').notNull(),
    hash: bytea('hash').notNull(),
    scopes: text('scopes').array().$type<Scope[]>().notNull(),
    createdAt: realTime('created_at').notNull().defaultNow(),
    lastUsedAt: realTime('last_used_at'),
    expiresAt: realTime('expires_at'),
    revokedAt: realTime('revoked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({ name: 'api_key_tenant', columns: [table.tenantId], foreignColumns: [tenant.id] }),
    uniqueIndex('api_key_hash').on(table.hash),
  ],
);
