import { JOBS, type JobName } from '@gatehouse/domain';
import { PgBoss } from 'pg-boss';
import type { PendingQuery, Row, Sql, TransactionSql } from 'postgres';

/**
 * How a job behaves when its worker dies. A job only wakes a worker for a row, so it can expire early: a lost job is
 * created again from its row. Heartbeats detect a killed worker within seconds. Completed jobs are deleted soon, because
 * the table is counted every second. There is no LISTEN for new jobs: the process that created them fetches at once, and
 * all others poll.
 */
const QUEUE = {
  retryLimit: 20,
  retryDelay: 1,
  heartbeatSeconds: 10,
  expireInSeconds: 60,
  retentionSeconds: 24 * 3600,
  deleteAfterSeconds: 300,
  notify: false,
} as const;

/** The queue in the application's database. The tables are the source of truth; the queue only executes. */
export function createQueue(
  url: string,
  onError: (error: Error) => void,
  options: { max?: number; work?: boolean } = {},
): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    max: options.max ?? 6,
    application_name: 'gatehouse-queue',
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: options.work ?? false,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    maintenanceIntervalSeconds: 60,
    useListenNotify: false,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', onError);
  return boss;
}

/** Installs or updates the schema of pg-boss, and creates a queue for each job of the catalogue. Runs as the migrating role. */
export async function installQueue(adminUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: adminUrl, max: 2, schedule: false, supervise: false });
  boss.on('error', () => {});
  await boss.start();
  try {
    for (const name of Object.keys(JOBS) as JobName[]) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, QUEUE);
      else await boss.createQueue(name, QUEUE);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Lets the queue write inside a transaction of postgres.js, so that jobs commit together with their rows. */
export const inTransaction = (tx: TransactionSql | Sql) => ({
  executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.unsafe(text, values as never[]) }),
});

/** An SQL condition: the job with this id is waiting, running or due for a retry. The id may be null. */
export const jobLives = (sql: Sql, id: PendingQuery<Row[]>) => sql`
  exists (select from pgboss.job j where j.name = any(${Object.keys(JOBS)}) and j.id = ${id} and j.state < 'completed')`;
