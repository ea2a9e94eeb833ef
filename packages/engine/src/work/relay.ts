import { inTransaction } from '@gatehouse/db';
import { deliveryLifecycle, type JobName, later, newId, onTenantClock, type RealTime } from '@gatehouse/domain';
import type { Sql, TransactionSql } from 'postgres';
import type { Deps } from '../deps.ts';
import { clockOfT } from '../record/tenant-clock.ts';
import { WAITING_ROWS } from './table.ts';
import { BATCH, type Claimed, claimRows, releaseLost } from './waiting-rows.ts';

/** The part of the queue that the relay needs: bulk inserts in its own transaction. */
export interface JobQueue {
  insert(
    name: JobName,
    jobs: { id: string; data: object }[],
    options: { db: ReturnType<typeof inTransaction> },
  ): Promise<unknown>;
}

/**
 * Runs one pass of the relay: claims waiting events and rows, writes the deliveries, and inserts the jobs, in one
 * transaction. Several relays share the work with SKIP LOCKED. A lost job or a failed pass loses nothing, because the
 * rows hold the work and still wait.
 *
 * @returns the number of claimed rows; zero means that nothing waits.
 */
export async function relayOnce(deps: Deps, queue: JobQueue): Promise<number> {
  return deps.sql.begin(async (tx) => {
    const now = deps.now();
    let taken = await claimEvents(tx, now);
    const jobs = new Map<JobName, Claimed['job'][]>();
    for (const [name, rows] of WAITING_ROWS) {
      const { claimed, ended } = rows.turns
        ? await rows.turns.claim(tx, now)
        : { claimed: await claimRows(tx, name, rows, now), ended: 0 };
      for (const { name: as, job } of claimed) (jobs.get(as) ?? jobs.set(as, []).get(as))?.push(job);
      taken += claimed.length + ended;
    }
    const db = inTransaction(tx);
    for (const [name, made] of jobs) await queue.insert(name, made, { db });
    return taken;
  });
}

/** Selects events before `at` that no relay has turned into deliveries. */
export const waitingEvents = (sql: Sql, at: RealTime) => sql`
  select e.id from event e join tenant t on t.id = e.tenant_id
  where e.relayed_at is null and e.occurred_at < ${clockOfT(sql, at)}`;

/** Turns waiting events into deliveries to every enabled endpoint of their tenant that subscribes to them. */
async function claimEvents(tx: TransactionSql, now: RealTime): Promise<number> {
  const events = await tx<{ tenant_id: string; id: string; type: string }[]>`
    update event set relayed_at = ${now} where (tenant_id, id) in
      (select tenant_id, id from event where relayed_at is null order by id limit ${BATCH} for update skip locked)
    returning tenant_id, id, type`;
  if (events.length === 0) return 0;
  const endpoints = await tx<{ tenant_id: string; id: string; event_types: string[]; clock_offset: string }[]>`
    select w.tenant_id, w.id, w.event_types, t.clock_offset from webhook_endpoint w join tenant t on t.id = w.tenant_id
    where w.status = 'ENABLED' and w.removed_at is null and w.tenant_id = any(${[...new Set(events.map((event) => event.tenant_id))]}::uuid[])`;
  const rows = events.flatMap((event) =>
    endpoints
      .filter(
        (endpoint) =>
          endpoint.tenant_id === event.tenant_id &&
          (endpoint.event_types.length === 0 || endpoint.event_types.includes(event.type)),
      )
      .map((endpoint) => ({
        tenant_id: event.tenant_id,
        id: newId(),
        event_id: event.id,
        endpoint_id: endpoint.id,
        status: deliveryLifecycle.initial,
        due_at: onTenantClock(now, Number(endpoint.clock_offset)),
        created_at: onTenantClock(now, Number(endpoint.clock_offset)),
      })),
  );
  if (rows.length > 0) await tx`insert into delivery ${tx(rows)} on conflict do nothing`;
  return events.length;
}

/** How long after its job was made the reconciler checks a row, in milliseconds. */
const RECONCILE_AFTER = 60_000;

/**
 * Finds rows whose job is lost, for example because the job table was emptied, and lets the relay make it again. A job
 * that still waits in the queue is not lost, however long it waits.
 */
export async function reconcile({ sql, now }: Deps): Promise<number> {
  const then = later(now(), -RECONCILE_AFTER);
  const released = await Promise.all(WAITING_ROWS.map(([, rows]) => releaseLost(sql, rows, then)));
  return released.reduce((sum, each) => sum + each, 0);
}
