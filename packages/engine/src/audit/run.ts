import { type AuditBreak, later, newId, type RealTime } from '@gatehouse/domain';
import type { Sql, TransactionSql } from 'postgres';
import type { Deps } from '../deps.ts';
import type { Cursor } from './load-records.ts';

export type AuditRunKind = 'SEAL' | 'VERIFY';
export type AuditRun = {
  readonly id: string;
  readonly cursor: Cursor | null;
  /** The last seal that was verified or made. */
  readonly seals: number;
};

/** Keys of the advisory locks that a worker holds while it does a piece of a run. The numbers are arbitrary. */
const LOCKS = { SEAL: 7_242_002, VERIFY: 7_242_003 } as const satisfies Record<AuditRunKind, number>;

/**
 * Does a piece of a run, or returns null when another worker holds the lock. The transaction that holds the lock writes
 * nothing, so readers of events do not wait for it.
 */
export async function ifUnlocked<T>(
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

/** Does a piece of a run after waiting for the lock. */
export async function whenUnlocked<T>(
  { sql }: Pick<Deps, 'sql'>,
  kind: AuditRunKind,
  work: () => Promise<T>,
): Promise<T> {
  const done = await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCKS[kind]})`;
    return { answer: await work() };
  });
  return done.answer;
}

/**
 * Returns the open run, or a new one when the last ended at least `every` milliseconds ago, or null. A run dated in the
 * future delays nothing: it is ignored when it has ended, and ended when it is open.
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

/** Starts a new run, and ends an open one. */
async function newRun(sql: Sql | TransactionSql, kind: AuditRunKind, at: RealTime): Promise<AuditRun> {
  const run = { id: newId(), cursor: null, seals: 0 };
  await sql`update audit_run set ended_at = ${at} where kind = ${kind} and ended_at is null`;
  await sql`insert into audit_run (id, kind, started_at) values (${run.id}, ${kind}, ${at})`;
  return run;
}

/** The totals of a complete run. */
type RunTotals = { readonly seals: number; readonly records: number; readonly breaks: readonly AuditBreak[] };

/** Records a complete run afterwards. It had no row while it ran, so nobody could end or move it. */
export async function recordRun(
  { sql, now }: Pick<Deps, 'sql' | 'now'>,
  kind: AuditRunKind,
  startedAt: RealTime,
  { seals, records, breaks }: RunTotals,
): Promise<void> {
  await sql.begin(async (tx) => {
    const run = await newRun(tx, kind, startedAt);
    await saveBreaks(tx, run, breaks, now());
    await saveProgress(tx, run, { seals, records });
    await endRun(tx, run, now());
  });
}

/** How many breaks one statement inserts. */
const BREAKS_PER_STATEMENT = 1_000;

type Progress = { readonly cursor?: Cursor | null; readonly seals?: number; readonly records?: number };

/** The maximum of an integer column. Counters stop here, so that a forged counter does not abort later runs. */
const MAX_COUNT = 2_147_483_647;

/** Saves a run's progress and the hash of the last seal that it saw. @returns the updated run. */
export async function saveProgress(
  tx: Sql | TransactionSql,
  run: AuditRun,
  { cursor = run.cursor, seals = run.seals, records = 0 }: Progress,
): Promise<AuditRun> {
  await tx`update audit_run set cursor_tenant_id = ${cursor?.tenantId ?? null}, cursor_customer_id = ${cursor?.customerId ?? null},
    seals = ${seals}, seal_hash = (select hash from audit_seal where number = ${seals}),
    records = least(records::bigint + ${records}, ${MAX_COUNT}) where id = ${run.id}`;
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
  for (let from = 0; from < rows.length; from += BREAKS_PER_STATEMENT)
    await tx`insert into audit_break ${tx(rows.slice(from, from + BREAKS_PER_STATEMENT))}`;
  await tx`update audit_run set broken = least(broken::bigint + ${rows.length}, ${MAX_COUNT}) where id = ${run.id}`;
}

export async function endRun(tx: Sql | TransactionSql, run: AuditRun, now: RealTime): Promise<void> {
  await tx`update audit_run set ended_at = ${now} where id = ${run.id}`;
}
