import { jobLives } from '@gatehouse/db';
import type { JobName, JobPayload, RealTime } from '@gatehouse/domain';
import type { Sql, TransactionSql } from 'postgres';

/** Which rows wait for a job, so that claiming them, finding the lost and counting the late are one piece of code each. */
export type WaitingRows<Name extends JobName = JobName> = {
  readonly table: 'verification_check' | 'delivery' | 'mail';
  /** Under which name a job's payload carries the row's id. */
  readonly idKey: Exclude<keyof JobPayload<Name>, 'tenantId' | 'attempt'>;
  /** The condition for a row that is not done. */
  readonly open: string;
  /** The column that says when it is due, and whose clock judges it. */
  readonly due: { readonly column: string; readonly clock: 'real' | 'tenant' };
  /** A number in the row's `attempt` that a job must carry to have an effect, or nothing but the row's being open. */
  readonly fence: 'attempt' | 'open';
  /** Where it takes more than a due time to be next: claiming and counting the late of one's own. */
  readonly turns?: {
    claim(tx: TransactionSql, now: RealTime): Promise<{ claimed: Claimed[]; ended: number }>;
    /** How many were to be claimed before `then`: of rows that are served together, each group is one. */
    countLate(sql: Sql, then: RealTime): Promise<number>;
  };
};

/** A job that is to be made. Its id stands in its row, so that the reconciler can see whether it lives. */
export type Claimed = { readonly name: JobName; readonly job: { readonly id: string; readonly data: object } };

/** How a row says that no job was made for it yet, that one was, and how either is written. */
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

/** How many rows of one sort a pass takes. */
export const BATCH = 500;

/** `$1`, a real time, as the clock shows it that judges this row. */
const clockOf = ({ table, due }: WaitingRows): string =>
  due.clock === 'real'
    ? '$1::timestamptz'
    : `$1::timestamptz + (select clock_offset from tenant where tenant.id = ${table}.tenant_id) * interval '1 millisecond'`;

type Row = { tenant_id: string; id: string; attempt?: number; job_id: string };

/** Claims rows that are due, the longest waiting first. The text is the same each time, so it is prepared once. */
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

/** Lets the relay make the jobs again of rows that were claimed before `then` and whose job is gone. */
export async function releaseLost(sql: Sql, rows: WaitingRows, then: RealTime): Promise<number> {
  const fence = FENCES[rows.fence];
  const done = await sql`update ${sql(rows.table)} set ${sql.unsafe(fence.release)}
    where ${sql.unsafe(rows.open)} and ${sql.unsafe(fence.claimed)} and queued_at < ${then} and not ${jobLives(sql, sql`job_id`)}`;
  return done.count;
}

/** How many rows were due, or claimed, before `then` and are not done. */
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
