import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql, type TransactionSql } from 'postgres';

export type Database = PostgresJsDatabase;

/**
 * One pool, reached in two ways: drizzle for ordinary reads, postgres.js itself for the hot path, where its prepared
 * statements save a round trip.
 *
 * @param options.lockTimeout after how many milliseconds a statement that waits for somebody's lock fails. Without it, it waits.
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
 * Drizzle replaces the driver's handling of times and JSON for the whole pool. Times are put back, which drizzle can
 * read as well; JSON stays drizzle's, so a hand-written statement passes JSON as text and casts it.
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
 * The pool's two ways, both over one open transaction: everything that is done through them commits with it or not at
 * all. A transaction begun inside is a savepoint, and what belongs to a pool (listening, ending) is not there.
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
 * How long a lost connection waits before it is made again, in seconds. Every connection of a pool that is cut counts as
 * a try, so a wait that grows far would punish a single restart of the server.
 */
const reconnectDelay = (tries: number): number => (0.5 + Math.random() / 2) * Math.min(0.05 * 2 ** tries, 1);

/** The type numbers of date, time and timestamp, and of arrays of them. */
const TIME_TYPES = [1082, 1083, 1114, 1115, 1182, 1184, 1185] as const;
