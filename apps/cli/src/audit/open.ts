import { connect } from '@gatehouse/db';
import { withData } from '../database.ts';
import { readEnv } from '../env.ts';
import { Stop } from '../stop.ts';

/** The database as the application's role sees it: verifying needs no other right. */
export type AuditDatabase = Pick<ReturnType<typeof connect>, 'sql' | 'db'>;

/** Takes a line for the operator. */
export type Say = (line: string) => void;

/**
 * How long somebody may hold what a command needs, in milliseconds. A worker is done with a piece in seconds; whoever wants
 * that nobody looks could hold it forever.
 */
const HELD = 60_000;
const LOCK_NOT_AVAILABLE = '55P03';
const STILL_HELD =
  'This did not come to its end: somebody holds a lock that it needs. `select pid, pg_blocking_pids(pid) from pg_stat_activity` shows who waits for whom.';

export const onAuditDatabase = <T>(work: (database: AuditDatabase) => Promise<T>): Promise<T> =>
  withData(readEnv(process.env, ['DATABASE_URL']), ({ appUrl }) => onDatabase(appUrl, work));

/** @throws Stop when a lock is held for longer than `held` milliseconds. */
export async function onDatabase<T>(
  appUrl: string,
  work: (database: AuditDatabase) => Promise<T>,
  held = HELD,
): Promise<T> {
  const { sql, db, close } = connect(appUrl, { max: 4, name: 'gatehouse-audit', lockTimeout: held });
  try {
    return await work({ sql, db });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE) throw new Stop(STILL_HELD);
    throw error;
  } finally {
    await close();
  }
}
