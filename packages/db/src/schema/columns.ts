import type { RealTime, TenantTime } from '@gatehouse/domain';
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Raw bytes: sealed data, hashes, wrapped keys. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** A transaction id. Readers with a cursor stop below the oldest transaction that is still running. */
export const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** When something happened or is due in the real world. */
export const realTime = (name: string) => moment(name).$type<RealTime>();

/** When something happened or is due on the tenant's own clock. */
export const tenantTime = (name: string) => moment(name).$type<TenantTime>();

/** The primary key of every tenant-owned table. Foreign keys include the tenant, so no row references another tenant's. */
export const owned = () => ({ tenantId: uuid('tenant_id').notNull(), id: uuid('id').notNull() });

/** Who did something: a kind and an id, never a name. */
export const ACTOR_KINDS = ['customer', 'app', 'staff', 'engine'] as const;
