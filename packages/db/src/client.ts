import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql, type TransactionSql } from 'postgres';

export type Database = PostgresJsDatabase;

/**
 * One pool with two interfaces: drizzle for ordinary reads, and postgres.js for the hot path, where its prepared
 * statements save a round trip.
 *
 * @param options.lockTimeout how long a statement waits for a lock before it fails, in milliseconds. Default: forever.
 */
export function connect(
  url: string,
  options: { max?: number; name?: string; lockTimeout?: number } = {},
): { sql: Sql; db: Database; close(): Promise<void> } {
  const sql = postgres(url, {
    max: options.max ?? 10,
    idle_timeout: 60,
    connect_timeout: 10,
    backoff: reconnectDelay,
    onnotice: () => {},
    connection: {
      application_name: options.name ?? 'gatehouse',
      ...(options.lockTimeout ? { lock_timeout: options.lockTimeout } : {}),
    },
  });
  return { sql, db: drizzleOver(sql), close: () => sql.end({ timeout: 5 }) };
}

/**
 * Drizzle replaces the driver's handling of times and JSON for the whole pool. This restores the handling of times, which
 * drizzle can read as well. JSON stays drizzle's, so a hand-written statement passes JSON as text and casts it.
 */
function drizzleOver(sql: Sql): Database {
  const { parsers, serializers } = sql.options;
  const before = { parsers: { ...parsers }, serializers: { ...serializers } };
  const db = drizzle(sql);
  for (const type of TIME_TYPES) {
    if (before.parsers[type]) parsers[type] = before.parsers[type];
    else delete parsers[type];
    if (before.serializers[type]) serializers[type] = before.serializers[type];
    else delete serializers[type];
  }
  return db;
}

/**
 * The pool's two interfaces over one open transaction, which commits or rolls back everything that they do. A nested
 * transaction is a savepoint. Operations of a pool, such as listening and ending, are missing.
 */
export function within(pool: Sql, tx: TransactionSql): { readonly sql: Sql; readonly db: Database } {
  const begin = (first: unknown, second?: unknown) =>
    tx.savepoint((second ?? first) as Parameters<typeof tx.savepoint>[1]);
  const sql = Object.assign(tx, { begin, options: pool.options }) as unknown as Sql;
  let db: Database | undefined;
  return {
    sql,
    get db() {
      db ??= drizzleOver(sql);
      return db;
    },
  };
}

/**
 * How long to wait before reconnecting, in seconds. Every lost connection of a pool counts as a try, so a longer maximum
 * would punish a single restart of the server.
 */
const reconnectDelay = (tries: number): number => (0.5 + Math.random() / 2) * Math.min(0.05 * 2 ** tries, 1);

/** The type numbers of date, time and timestamp, and of arrays of them. */
const TIME_TYPES = [1082, 1083, 1114, 1115, 1182, 1184, 1185] as const;
