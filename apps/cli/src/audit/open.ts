import { connect } from '@gatehouse/db';
import { withData } from '../database.ts';
import { readEnv } from '../env.ts';
import { Stop } from '../stop.ts';

/** The database with the application's role, because verifying needs no other rights. */
export type AuditDatabase = Pick<ReturnType<typeof connect>, 'sql' | 'db'>;

/** Prints a line for the operator. */
export type Say = (line: string) => void;

/**
 * How long a command waits for a lock, in milliseconds. A worker releases its locks within seconds, but an attacker who
 * wants to prevent verifying could hold one forever.
 */
const LOCK_TIMEOUT = 60_000;
const LOCK_NOT_AVAILABLE = '55P03';
const STILL_HELD =
  'This did not come to its end: somebody holds a lock that it needs. `select pid, pg_blocking_pids(pid) from pg_stat_activity` shows who waits for whom.';

export const onAuditDatabase = <T>(work: (database: AuditDatabase) => Promise<T>): Promise<T> =>
  withData(readEnv(process.env, ['DATABASE_URL']), ({ appUrl }) => onDatabase(appUrl, work));

/** @throws Stop when a lock is not available within `lockTimeout` milliseconds. */
export async function onDatabase<T>(
  appUrl: string,
  work: (database: AuditDatabase) => Promise<T>,
  lockTimeout = LOCK_TIMEOUT,
): Promise<T> {
  const { sql, db, close } = connect(appUrl, { max: 4, name: 'gatehouse-audit', lockTimeout });
  try {
    return await work({ sql, db });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE) throw new Stop(STILL_HELD);
    throw error;
  } finally {
    await close();
  }
}
