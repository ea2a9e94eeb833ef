import { inTransaction } from '@gatehouse/db';
import { type JobName, type JobPayload, newId } from '@gatehouse/domain';
import type { TransactionSql } from 'postgres';
import type { Deps } from './deps.ts';

/** What the relay needs of the queue: bulk inserts inside its own transaction. */
export interface JobQueue {
  insert(
    name: JobName,
    jobs: { data: object; group?: { id: string } }[],
    options: { db: ReturnType<typeof inTransaction> },
  ): Promise<unknown>;
}

/** How many rows of one sort a pass takes. */
const BATCH = 500;

/**
 * One pass of the relay: claims events and rows that wait, writes the deliveries, and makes the jobs, in one
 * transaction. Several relays share the work with SKIP LOCKED. Nothing is lost with a job, for a job is only the alarm
 * of a row, and nothing is lost with a pass, for the rows still wait.
 *
 * @returns how many rows were taken; zero means that nothing waits.
 */
export async function relayOnce(deps: Deps, queue: JobQueue): Promise<number> {
  return deps.sql.begin(async (tx) => {
    const now = deps.now();
    const claimed = await claimEvents(tx, now);
    const deliveries = await claimDeliveries(tx, now);
    const checks = await claimChecks(tx, now);
    const mails = await claimMails(tx, now);
    const db = inTransaction(tx);
    if (deliveries.length > 0)
      await queue.insert(
        'delivery.attempt',
        deliveries.map((data) => ({ data })),
        { db },
      );
    if (checks.length > 0)
      await queue.insert(
        'check.run',
        checks.map((data) => ({ data })),
        { db },
      );
    if (mails.length > 0)
      await queue.insert(
        'mail.send',
        mails.map((data) => ({ data })),
        { db },
      );
    return claimed + deliveries.length + checks.length + mails.length;
  });
}

/** Turns waiting events into deliveries to every enabled endpoint of their tenant that listens for them. */
async function claimEvents(tx: TransactionSql, now: Date): Promise<number> {
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
        status: 'PENDING',
        due_at: new Date(now.getTime() + Number(endpoint.clock_offset)),
        created_at: now,
      })),
  );
  if (rows.length > 0) await tx`insert into delivery ${tx(rows)} on conflict do nothing`;
  return events.length;
}

async function claimDeliveries(tx: TransactionSql, now: Date): Promise<JobPayload<'delivery.attempt'>[]> {
  const rows = await tx<{ tenant_id: string; id: string; attempt: number }[]>`
    update delivery d set queued_attempt = d.attempt, queued_at = ${now} from (
      select d.tenant_id, d.id from delivery d join tenant t on t.id = d.tenant_id
      where d.status = 'PENDING' and d.queued_attempt < d.attempt and d.due_at <= ${now}::timestamptz + t.clock_offset * interval '1 millisecond'
      order by d.due_at limit ${BATCH} for update of d skip locked) due
    where d.tenant_id = due.tenant_id and d.id = due.id returning d.tenant_id, d.id, d.attempt`;
  return rows.map((row) => ({ tenantId: row.tenant_id, deliveryId: row.id, attempt: row.attempt }));
}

async function claimChecks(tx: TransactionSql, now: Date): Promise<JobPayload<'check.run'>[]> {
  const rows = await tx<{ tenant_id: string; id: string; attempt: number }[]>`
    update verification_check c set queued_attempt = c.attempt, queued_at = ${now} from (
      select c.tenant_id, c.id from verification_check c join tenant t on t.id = c.tenant_id
      where c.status = 'PENDING' and c.queued_attempt < c.attempt and c.due_at <= ${now}::timestamptz + t.clock_offset * interval '1 millisecond'
      order by c.due_at limit ${BATCH} for update of c skip locked) due
    where c.tenant_id = due.tenant_id and c.id = due.id returning c.tenant_id, c.id, c.attempt`;
  return rows.map((row) => ({ tenantId: row.tenant_id, checkId: row.id, attempt: row.attempt }));
}

async function claimMails(tx: TransactionSql, now: Date): Promise<JobPayload<'mail.send'>[]> {
  const rows = await tx<{ tenant_id: string; id: string }[]>`
    update mail m set queued_at = ${now} from (
      select tenant_id, id from mail where sent_at is null and queued_at is null order by created_at limit ${BATCH} for update skip locked) due
    where m.tenant_id = due.tenant_id and m.id = due.id returning m.tenant_id, m.id`;
  return rows.map((row) => ({ tenantId: row.tenant_id, mailId: row.id }));
}

/** A job that has not done its work this long after it was made counts as lost, in milliseconds. */
const LOST_AFTER = 60_000;

/**
 * Finds rows whose job is gone, for example because the job table was emptied, and lets the relay make it again. A job
 * that is merely slow then runs twice, and the attempt's number lets only one of the two write.
 */
export async function reconcile(deps: Deps): Promise<number> {
  const lost = new Date(deps.now().getTime() - LOST_AFTER);
  const { sql } = deps;
  const done = await Promise.all([
    sql`update delivery set queued_attempt = attempt - 1 where status = 'PENDING' and queued_attempt = attempt and queued_at < ${lost}`,
    sql`update verification_check set queued_attempt = attempt - 1 where status = 'PENDING' and due_at is not null and queued_attempt = attempt and queued_at < ${lost}`,
    sql`update mail set queued_at = null where sent_at is null and queued_at < ${lost}`,
  ]);
  return done.reduce((sum, each) => sum + each.count, 0);
}
