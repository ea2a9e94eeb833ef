import { IN_FLIGHT, type JobName, type JobPayload, type RealTime, type TenantTime } from '@gatehouse/domain';
import type { Sql, TransactionSql } from 'postgres';
import { clockOfT } from '../record/tenant-clock.ts';

/** The most endpoints that a pass serves, and the most deliveries to removed or disabled endpoints that it ends. */
const ENDPOINTS = 200;
const ENDED = 1000;

/**
 * The job of a claimed delivery. The row stores its id, so that the reconciler can see whether the job still exists.
 */
export type ClaimedDelivery = {
  readonly name: Extract<JobName, `delivery.${string}`>;
  readonly job: { readonly id: string; readonly data: JobPayload<'delivery.attempt'> };
};

type Turn = { tenant_id: string; id: string; receives: boolean };

/**
 * Claims due deliveries, oldest first, up to each endpoint's limit in flight. The others stay rows. Deliveries to
 * removed or disabled endpoints end here, without a job.
 */
export async function claimDeliveries(
  tx: TransactionSql,
  now: RealTime,
): Promise<{ claimed: ClaimedDelivery[]; ended: number }> {
  // The lock keeps other relays from counting these endpoints' deliveries in flight at the same time.
  const turns = await tx<Turn[]>`${turnsAt(tx, now)} for no key update of w skip locked`;
  const serving = turns.filter((each) => each.receives);
  const gone = turns.filter((each) => !each.receives);
  return {
    claimed: serving.length > 0 ? await claim(tx, now, serving) : [],
    ended: gone.length > 0 ? await end(tx, now, gone) : 0,
  };
}

/**
 * Counts the endpoints that were due before `then` and have not been served. An endpoint that has answered since is not
 * late: its other deliveries wait for a free slot. Those of a failing one wait for its breaker.
 */
export async function countLateEndpoints(sql: Sql, then: RealTime): Promise<number> {
  const [row] = await sql<{ late: number }[]>`
    select count(*)::int as late from (${turnsAt(sql, then)}) turn where turn.receives and not turn.answered_since`;
  return row?.late ?? 0;
}

/**
 * Selects the endpoints to serve, longest waiting first. It walks the index of waiting deliveries and reads one row per
 * endpoint, so the cost does not depend on how many wait.
 */
const turnsAt = (sql: Sql | TransactionSql, at: RealTime) => sql`
  with recursive oldest as (
    (select tenant_id, endpoint_id, due_at from delivery where status = 'PENDING' and queued_attempt < attempt
      order by tenant_id, endpoint_id, due_at limit 1)
    union all
    select next.* from oldest cross join lateral (
      select d.tenant_id, d.endpoint_id, d.due_at from delivery d
      where d.status = 'PENDING' and d.queued_attempt < d.attempt
        and (d.tenant_id, d.endpoint_id) > (oldest.tenant_id, oldest.endpoint_id)
      order by d.tenant_id, d.endpoint_id, d.due_at limit 1) next
  )
  select w.tenant_id, w.id, w.removed_at is null and w.status = 'ENABLED' as receives, coalesce(w.last_success_at > clock.now, false) as answered_since
  from oldest
    join webhook_endpoint w on w.tenant_id = oldest.tenant_id and w.id = oldest.endpoint_id
    join tenant t on t.id = w.tenant_id
    cross join lateral (select ${clockOfT(sql, at)} as now) clock
  where w.removed_at is not null or w.status <> 'ENABLED'
    or (oldest.due_at <= clock.now and (w.probe_at is null or w.probe_at <= clock.now) and ${inFlight(sql)} < ${allowed(sql)})
  order by oldest.due_at limit ${ENDPOINTS}`;

/** This is a separate statement after the lock, because only then does it see what another relay has just claimed. */
async function claim(tx: TransactionSql, now: RealTime, turns: readonly Turn[]): Promise<ClaimedDelivery[]> {
  const rows = await tx<
    { tenant_id: string; id: string; attempt: number; job_id: string; slow: boolean; due_at: TenantTime }[]
  >`
    update delivery d set queued_attempt = d.attempt, queued_at = ${now}, job_id = gen_random_uuid() from (
      select next.*, w.slow from ${locked(tx, turns)}
        join webhook_endpoint w on w.tenant_id = turn.tenant_id and w.id = turn.id
        join tenant t on t.id = w.tenant_id
        cross join lateral (
          select x.tenant_id, x.id from delivery x
          where x.tenant_id = w.tenant_id and x.endpoint_id = w.id and x.status = 'PENDING' and x.queued_attempt < x.attempt
            and x.due_at <= ${clockOfT(tx, now)}
          order by x.due_at, x.id limit greatest(${allowed(tx)} - ${inFlight(tx)}, 0) for update skip locked) next
      ) due
    where d.tenant_id = due.tenant_id and d.id = due.id
    returning d.tenant_id, d.id, d.attempt, d.job_id, d.due_at, due.slow`;
  rows.sort((one, other) => one.due_at.getTime() - other.due_at.getTime());
  return rows.map((row) => ({
    name: row.slow ? 'delivery.slow' : 'delivery.attempt',
    job: { id: row.job_id, data: { tenantId: row.tenant_id, deliveryId: row.id, attempt: row.attempt } },
  }));
}

/**
 * Ends the waiting deliveries of endpoints that receive nothing any more. They can be replayed after the endpoint is
 * enabled.
 */
async function end(tx: TransactionSql, now: RealTime, turns: readonly Turn[]): Promise<number> {
  const done = await tx`
    update delivery d set status = 'FAILED', ended_at = gone.at from (
      select x.tenant_id, x.id, ${clockOfT(tx, now)} as at from ${locked(tx, turns)} join tenant t on t.id = turn.tenant_id
        join delivery x on x.tenant_id = turn.tenant_id and x.endpoint_id = turn.id
      where x.status = 'PENDING' and x.queued_attempt < x.attempt limit ${ENDED} for update of x skip locked) gone
    where d.tenant_id = gone.tenant_id and d.id = gone.id`;
  return done.count;
}

const locked = (tx: TransactionSql, turns: readonly Turn[]) =>
  tx`unnest(${turns.map((each) => each.tenant_id)}::uuid[], ${turns.map((each) => each.id)}::uuid[]) turn (tenant_id, id)`;

/** Counts the deliveries of endpoint `w` in flight: claimed and without a result. */
const inFlight = (sql: Sql | TransactionSql) => sql`
  (select count(*) from delivery f where f.tenant_id = w.tenant_id and f.endpoint_id = w.id
    and f.status = 'PENDING' and f.queued_attempt = f.attempt)`;

/** The limit in flight of endpoint `w`. */
const allowed = (sql: Sql | TransactionSql) => sql`
  case when w.failures > 0 or w.last_success_at is null then ${IN_FLIGHT.unproven}::int
    when w.slow then ${IN_FLIGHT.slow}::int else ${IN_FLIGHT.answering}::int end`;
