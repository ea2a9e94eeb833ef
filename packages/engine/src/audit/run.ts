import { type AuditBreak, later, newId, type RealTime } from '@gatehouse/domain';
import type { Sql, TransactionSql } from 'postgres';
import type { Deps } from '../deps.ts';
import type { Cursor } from './load-records.ts';

export type AuditRunKind = 'SEAL' | 'VERIFY';
export type AuditRun = {
  readonly id: string;
  readonly cursor: Cursor | null;
  /** The last seal that was looked at, or that was made. */
  readonly seals: number;
};

/** Held while one worker is at a piece of a run. The numbers are arbitrary and ours. */
const LOCKS = { SEAL: 7_242_002, VERIFY: 7_242_003 } as const satisfies Record<AuditRunKind, number>;

/**
 * Does a piece of a run unless somebody else is at it; the answer is then null. The transaction that holds the lock
 * writes nothing, so nobody waits for it.
 */
export async function alone<T>(
  { sql }: Pick<Deps, 'sql'>,
  kind: AuditRunKind,
  work: () => Promise<T>,
): Promise<T | null> {
  const done = await sql.begin(async (tx) => {
    const [lock] = await tx<{ held: boolean }[]>`select pg_try_advisory_xact_lock(${LOCKS[kind]}) as held`;
    return { answer: lock?.held ? await work() : null };
  });
  return done.answer;
}

/** Does the same when the others are done. */
export async function inTurn<T>({ sql }: Pick<Deps, 'sql'>, kind: AuditRunKind, work: () => Promise<T>): Promise<T> {
  const done = await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCKS[kind]})`;
    return { answer: await work() };
  });
  return done.answer;
}

/**
 * The run that is open, or a new one when the last one ended at least `every` milliseconds ago, or null. A run that is
 * dated in the future holds nothing back: one that ended is passed over, and one that is open ends where it stands.
 */
export async function openRun(
  { sql, now }: Pick<Deps, 'sql' | 'now'>,
  kind: AuditRunKind,
  every: number,
): Promise<AuditRun | null> {
  const at = now();
  const [open] = await sql<
    { id: string; cursor_tenant_id: string | null; cursor_customer_id: string | null; seals: number }[]
  >`select id, cursor_tenant_id, cursor_customer_id, seals from audit_run
    where kind = ${kind} and ended_at is null and started_at <= ${at}`;
  if (open) {
    const { cursor_tenant_id: tenantId, cursor_customer_id: customerId } = open;
    return { id: open.id, seals: open.seals, cursor: tenantId && customerId ? { tenantId, customerId } : null };
  }
  const since = later(at, -every);
  const [recent] = await sql`select from audit_run
    where kind = ${kind} and started_at <= ${at} and ended_at > ${since} and ended_at <= ${at} limit 1`;
  return recent ? null : newRun(sql, kind, at);
}

/** A run from the beginning, whatever other runs there are. One that is open ends where it stands. */
async function newRun(sql: Sql | TransactionSql, kind: AuditRunKind, at: RealTime): Promise<AuditRun> {
  const run = { id: newId(), cursor: null, seals: 0 };
  await sql`update audit_run set ended_at = ${at} where kind = ${kind} and ended_at is null`;
  await sql`insert into audit_run (id, kind, started_at) values (${run.id}, ${kind}, ${at})`;
  return run;
}

/** What a whole run came to. */
type Whole = { readonly seals: number; readonly records: number; readonly breaks: readonly AuditBreak[] };

/** Notes a run that was gone through to its end without a row, so that nobody could end or move it meanwhile. */
export async function noteRun(
  { sql, now }: Pick<Deps, 'sql' | 'now'>,
  kind: AuditRunKind,
  startedAt: RealTime,
  { seals, records, breaks }: Whole,
): Promise<void> {
  await sql.begin(async (tx) => {
    const run = await newRun(tx, kind, startedAt);
    await saveBreaks(tx, run, breaks, now());
    await saveProgress(tx, run, { seals, records });
    await endRun(tx, run, now());
  });
}

/** How many breaks one statement writes. */
const BREAKS = 1_000;

type Progress = { readonly cursor?: Cursor | null; readonly seals?: number; readonly records?: number };

/** What a column holds at most. A count that somebody wrote up to it must not break off every run after. */
const MOST = 2_147_483_647;

/** Writes how far a run came, and the seal that it saw last as it stood. @returns the run as it stands then. */
export async function saveProgress(
  tx: Sql | TransactionSql,
  run: AuditRun,
  { cursor = run.cursor, seals = run.seals, records = 0 }: Progress,
): Promise<AuditRun> {
  await tx`update audit_run set cursor_tenant_id = ${cursor?.tenantId ?? null}, cursor_customer_id = ${cursor?.customerId ?? null},
    seals = ${seals}, seal_hash = (select hash from audit_seal where number = ${seals}),
    records = least(records::bigint + ${records}, ${MOST}) where id = ${run.id}`;
  return { ...run, cursor, seals };
}

export async function saveBreaks(
  tx: Sql | TransactionSql,
  run: AuditRun,
  breaks: readonly AuditBreak[],
  now: RealTime,
): Promise<void> {
  if (breaks.length === 0) return;
  const rows = breaks.map((each) => ({
    run_id: run.id,
    id: newId(),
    what: each.what,
    seal: 'seal' in each ? each.seal : null,
    tenant_id: 'seal' in each ? null : each.tenantId,
    customer_id: 'seal' in each ? null : each.customerId,
    position: 'seal' in each ? null : each.position,
    found_at: now,
  }));
  for (let from = 0; from < rows.length; from += BREAKS)
    await tx`insert into audit_break ${tx(rows.slice(from, from + BREAKS))}`;
  await tx`update audit_run set broken = least(broken::bigint + ${rows.length}, ${MOST}) where id = ${run.id}`;
}

export async function endRun(tx: Sql | TransactionSql, run: AuditRun, now: RealTime): Promise<void> {
  await tx`update audit_run set ended_at = ${now} where id = ${run.id}`;
}
