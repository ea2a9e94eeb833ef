import { inTransaction, jobLives } from '@gatehouse/db';
import { type JobName, type JobPayload, newId } from '@gatehouse/domain';
import type { TransactionSql } from 'postgres';
import type { Deps } from './deps.ts';
import { claimDeliveries } from './webhook/claim.ts';

/** What the relay needs of the queue: bulk inserts inside its own transaction. */
export interface JobQueue {
  insert(
    name: JobName,
    jobs: { id: string; data: object }[],
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
    const events = await claimEvents(tx, now);
    const deliveries = await claimDeliveries(tx, now);
    const jobs: { [Name in JobName]: Job<Name>[] } = {
      'check.run': await claimChecks(tx, now),
      'delivery.attempt': [],
      'delivery.slow': [],
      'mail.send': await claimMails(tx, now),
    };
    for (const { name, job } of deliveries.claimed) jobs[name].push(job);
    const db = inTransaction(tx);
    let taken = events + deliveries.ended;
    for (const [name, made] of Object.entries(jobs) as [JobName, { id: string; data: object }[]][]) {
      if (made.length > 0) await queue.insert(name, made, { db });
      taken += made.length;
    }
    return taken;
  });
}

/** A job with the id under which its row knows it. */
type Job<Name extends JobName> = { id: string; data: JobPayload<Name> };

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

async function claimChecks(tx: TransactionSql, now: Date): Promise<Job<'check.run'>[]> {
  const rows = await tx<{ tenant_id: string; id: string; attempt: number; job_id: string }[]>`
    update verification_check c set queued_attempt = c.attempt, queued_at = ${now}, job_id = gen_random_uuid() from (
      select c.tenant_id, c.id from verification_check c join tenant t on t.id = c.tenant_id
      where c.status = 'PENDING' and c.queued_attempt < c.attempt and c.due_at <= ${now}::timestamptz + t.clock_offset * interval '1 millisecond'
      order by c.due_at limit ${BATCH} for update of c skip locked) due
    where c.tenant_id = due.tenant_id and c.id = due.id returning c.tenant_id, c.id, c.attempt, c.job_id`;
  return rows.map((row) => ({
    id: row.job_id,
    data: { tenantId: row.tenant_id, checkId: row.id, attempt: row.attempt },
  }));
}

async function claimMails(tx: TransactionSql, now: Date): Promise<Job<'mail.send'>[]> {
  const rows = await tx<{ tenant_id: string; id: string; job_id: string }[]>`
    update mail m set queued_at = ${now}, job_id = gen_random_uuid() from (
      select tenant_id, id from mail where sent_at is null and queued_at is null order by created_at limit ${BATCH} for update skip locked) due
    where m.tenant_id = due.tenant_id and m.id = due.id returning m.tenant_id, m.id, m.job_id`;
  return rows.map((row) => ({ id: row.job_id, data: { tenantId: row.tenant_id, mailId: row.id } }));
}

/** A row is looked at by the reconciler this long after its job was made, in milliseconds. */
const LOOKED_AT_AFTER = 60_000;

/**
 * Finds rows whose job is gone, for example because the job table was emptied, and lets the relay make it again. A job
 * that still waits its turn in the queue is not gone, however long that takes.
 */
export async function reconcile(deps: Deps): Promise<number> {
  const before = new Date(deps.now().getTime() - LOOKED_AT_AFTER);
  const { sql } = deps;
  const done = await Promise.all([
    sql`update delivery set queued_attempt = attempt - 1
      where status = 'PENDING' and queued_attempt = attempt and queued_at < ${before} and not ${jobLives(sql, sql`job_id`)}`,
    sql`update verification_check set queued_attempt = attempt - 1
      where status = 'PENDING' and due_at is not null and queued_attempt = attempt and queued_at < ${before} and not ${jobLives(sql, sql`job_id`)}`,
    sql`update mail set queued_at = null where sent_at is null and queued_at < ${before} and not ${jobLives(sql, sql`job_id`)}`,
  ]);
  return done.reduce((sum, each) => sum + each.count, 0);
}
