import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import * as schema from './schema/index.ts';

export type Database = PostgresJsDatabase<typeof schema>;

/**
 * One pool, reached in two ways: drizzle for ordinary reads, postgres.js itself for the hot path, where its prepared
 * statements save a round trip.
 */
export function connect(
  url: string,
  options: { max?: number; name?: string } = {},
): { sql: Sql; db: Database; close(): Promise<void> } {
  const sql = postgres(url, {
    max: options.max ?? 10,
    idle_timeout: 60,
    connect_timeout: 10,
    backoff: reconnectDelay,
    onnotice: () => {},
    connection: { application_name: options.name ?? 'gatehouse' },
  });
  // Drizzle replaces the driver's handling of times and JSON for the whole pool. Times are put back, which drizzle can
  // read as well; JSON stays drizzle's, so a hand-written statement passes JSON as text and casts it.
  const { parsers, serializers } = sql.options;
  const before = { parsers: { ...parsers }, serializers: { ...serializers } };
  const db = drizzle(sql, { schema });
  for (const type of TIME_TYPES) {
    if (before.parsers[type]) parsers[type] = before.parsers[type];
    else delete parsers[type];
    if (before.serializers[type]) serializers[type] = before.serializers[type];
    else delete serializers[type];
  }
  return { sql, db, close: () => sql.end({ timeout: 5 }) };
}

/**
 * How long a lost connection waits before it is made again, in seconds. Every connection of a pool that is cut counts as
 * a try, so a wait that grows far would punish a single restart of the server.
 */
const reconnectDelay = (tries: number): number => (0.5 + Math.random() / 2) * Math.min(0.05 * 2 ** tries, 1);

/** The type numbers of date, time and timestamp, and of arrays of them. */
const TIME_TYPES = [1082, 1083, 1114, 1115, 1182, 1184, 1185] as const;
