import { jobLives } from '@gatehouse/db';
import type { JobName, JobPayload, RealTime } from '@gatehouse/domain';
import type { Sql, TransactionSql } from 'postgres';

/**
 * Describes which rows wait for a job, so that claiming rows, finding lost jobs and counting late rows are written
 * once.
 */
export type WaitingRows<Name extends JobName = JobName> = {
  readonly table: 'verification_check' | 'delivery' | 'mail';
  /** The payload's key for the row's id. */
  readonly idKey: Exclude<keyof JobPayload<Name>, 'tenantId' | 'attempt'>;
  /** The SQL condition of an unfinished row. */
  readonly open: string;
  /** The column of the due time, and the clock that it is compared with. */
  readonly due: { readonly column: string; readonly clock: 'real' | 'tenant' };
  /** What a job must match to have an effect: the row's `attempt`, or only that the row is open. */
  readonly fence: 'attempt' | 'open';
  /** Its own claiming and counting, for rows whose order depends on more than a due time. */
  readonly turns?: {
    claim(tx: TransactionSql, now: RealTime): Promise<{ claimed: Claimed[]; ended: number }>;
    /** Counts what was due before `then`. Rows that are served together count as one. */
    countLate(sql: Sql, then: RealTime): Promise<number>;
  };
};

/** A job to insert. The row stores its id, so that the reconciler can see whether the job still exists. */
export type Claimed = { readonly name: JobName; readonly job: { readonly id: string; readonly data: object } };

/** The SQL by which a row waits for a job or is claimed by one, and the SQL that changes it. */
const FENCES = {
  attempt: {
    waits: 'queued_attempt < attempt',
    claimed: 'queued_attempt = attempt',
    claim: 'queued_attempt = attempt, ',
    release: 'queued_attempt = attempt - 1',
    carried: ', w.attempt',
  },
  open: {
    waits: 'queued_at is null',
    claimed: 'queued_at is not null',
    claim: '',
    release: 'queued_at = null',
    carried: '',
  },
} as const satisfies Record<WaitingRows['fence'], object>;

/** How many rows of one kind a pass claims. */
export const BATCH = 500;

/** The real time `$1`, converted to the clock of the row's due time. */
const clockOf = ({ table, due }: WaitingRows): string =>
  due.clock === 'real'
    ? '$1::timestamptz'
    : `$1::timestamptz + (select clock_offset from tenant where tenant.id = ${table}.tenant_id) * interval '1 millisecond'`;

type Row = { tenant_id: string; id: string; attempt?: number; job_id: string };

/** Claims due rows, longest waiting first. The text is constant, so the statement is prepared once. */
export async function claimRows(
  tx: TransactionSql,
  name: JobName,
  rows: WaitingRows,
  now: RealTime,
): Promise<Claimed[]> {
  const { table, open, due, idKey } = rows;
  const fence = FENCES[rows.fence];
  const taken = await tx.unsafe<Row[]>(
    `update ${table} w set ${fence.claim}queued_at = $1, job_id = gen_random_uuid() from (
      select tenant_id, id from ${table} where ${open} and ${fence.waits} and ${due.column} <= ${clockOf(rows)}
      order by ${due.column} limit ${BATCH} for update skip locked) due
    where w.tenant_id = due.tenant_id and w.id = due.id returning w.tenant_id, w.id, w.job_id${fence.carried}`,
    [now],
    { prepare: true },
  );
  return taken.map(({ tenant_id: tenantId, id, attempt, job_id }) => ({
    name,
    job: { id: job_id, data: { tenantId, [idKey]: id, ...(attempt === undefined ? {} : { attempt }) } },
  }));
}

/** Releases rows that were claimed before `then` and whose job is lost, so that the relay makes the job again. */
export async function releaseLost(sql: Sql, rows: WaitingRows, then: RealTime): Promise<number> {
  const fence = FENCES[rows.fence];
  const done = await sql`update ${sql(rows.table)} set ${sql.unsafe(fence.release)}
    where ${sql.unsafe(rows.open)} and ${sql.unsafe(fence.claimed)} and queued_at < ${then} and not ${jobLives(sql, sql`job_id`)}`;
  return done.count;
}

/** Counts unfinished rows that were due, or claimed, before `then`. */
export async function countLate(sql: Sql, rows: WaitingRows, then: RealTime): Promise<number> {
  const { table, open, due, turns } = rows;
  const fence = FENCES[rows.fence];
  const waiting = turns ? 'false' : `${fence.waits} and ${due.column} < ${clockOf(rows)}`;
  const [row] = await sql.unsafe<{ late: number }[]>(
    `select count(*)::int as late from ${table} where ${open} and ((${waiting}) or (${fence.claimed} and queued_at < $1))`,
    [then],
  );
  return (row?.late ?? 0) + ((await turns?.countLate(sql, then)) ?? 0);
}
