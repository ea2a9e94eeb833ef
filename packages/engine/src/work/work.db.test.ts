import { IN_FLIGHT } from '@gatehouse/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { completeCustomer, createdCustomer, idOf, statusOf } from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { collectingQueue, startQueue } from '../testing/queue.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ connections: 16 });
});
afterAll(() => world.close());

/** Each test starts with no waiting rows and no endpoints. */
beforeEach(async () => {
  for (const each of await world.engine.webhookEndpoints.list(world.app))
    await world.engine.webhookEndpoints.remove(world.app, idOf('endpoint', each.id));
  await drain(world);
  await relayAll();
  const pending = await world.sql`select tenant_id, id, attempt from delivery where status = 'PENDING'`;
  for (const { tenant_id: tenantId, id: deliveryId, attempt } of pending)
    await world.engine.work.deliver(nobody, { tenantId, deliveryId, attempt });
  await sendEmails();
});

async function sendEmails(): Promise<void> {
  const emails = await world.sql`select tenant_id, id from mail where sent_at is null`;
  for (const { tenant_id: tenantId, id: mailId } of emails)
    await world.engine.work.sendMail({ send: () => Promise.resolve() }, { tenantId, mailId });
}

/** Deliveries to a removed endpoint end without a request. */
const nobody = {
  post: () => Promise.reject(new Error('Nothing may be sent here.')),
  close: () => Promise.resolve(),
};

async function relayAll() {
  const { queue, jobs } = collectingQueue();
  while ((await world.engine.work.relayOnce(queue)) > 0);
  return jobs;
}

/** Creates an endpoint that is known to answer. */
async function endpoint(
  eventTypes: Parameters<World['engine']['webhookEndpoints']['create']>[1]['eventTypes'] = [],
): Promise<string> {
  const { id } = await world.engine.webhookEndpoints.create(world.app, { url: 'http://localhost:9/hook', eventTypes });
  await world.sql`update webhook_endpoint set last_success_at = now() where id = ${idOf('endpoint', id)}`;
  return idOf('endpoint', id);
}

test('a pass finds changes without a notification', async () => {
  const id = await endpoint();
  const customer = await completeCustomer(world);
  const jobs = await relayAll();
  expect(jobs['check.run']).toHaveLength(3);
  const events = await world.sql`select id from event where customer_id = ${customer}`;
  const deliveries = await world.sql`select event_id, endpoint_id, status from delivery where endpoint_id = ${id}`;
  expect(deliveries.map((row) => row.event_id).sort()).toEqual(events.map((row) => row.id).sort());
  expect(jobs['delivery.attempt']).toHaveLength(Math.min(deliveries.length, IN_FLIGHT.answering));
  expect(await relayAll()).toEqual(collectingQueue().jobs);
});

test('an endpoint gets the events it subscribes to, none of other tenants, and none while disabled', async () => {
  const [all, some, off] = [await endpoint(), await endpoint(['customer.archived']), await endpoint()];
  await world.engine.webhookEndpoints.update(world.app, { endpointId: off, status: 'DISABLED' });
  const id = await createdCustomer(world);
  await world.engine.customers.archive(world.app, { customerId: id });
  await createdCustomer(world, { app: world.liveApp });
  await createdCustomer(world, { app: world.foreignApp });
  await relayAll();
  const counts =
    await world.sql`select endpoint_id, count(*)::int as n from delivery where endpoint_id = any(${[all, some, off]}::uuid[]) group by 1`;
  expect(Object.fromEntries(counts.map((row) => [row.endpoint_id, row.n]))).toEqual({ [all]: 2, [some]: 1 });
});

test('several simultaneous relays claim each row once', async () => {
  const endpoints = await Promise.all([endpoint(), endpoint(), endpoint(), endpoint()]);
  await createdCustomer(world);
  await completeCustomer(world);
  for (let n = 0; n < 4; n += 1)
    await world.engine.portalLinks.create(world.app, { customerId: await createdCustomer(world), sendTo: 'email' });
  const passes = async () => {
    const { queue, jobs } = collectingQueue();
    await Promise.all(Array.from({ length: 8 }, () => world.engine.work.relayOnce(queue)));
    await world.engine.work.relayOnce(queue);
    return jobs;
  };
  const first = await passes();
  const full = endpoints.length * IN_FLIGHT.answering;
  const inFlight = await world.sql`select id from delivery where status = 'PENDING' and queued_attempt = attempt`;
  expect(inFlight).toHaveLength(full);
  // When all jobs are lost, many relays find the same rows at the same time.
  world.clock.advance(61_000);
  await world.engine.work.reconcile();
  for (const jobs of [first, await passes()]) {
    expect(jobs['delivery.attempt'].map((job) => job.deliveryId).sort()).toEqual(inFlight.map((row) => row.id).sort());
    expect(new Set(jobs['check.run'].map((job) => job.checkId)).size).toBe(3);
    expect([jobs['check.run'].length, jobs['mail.send'].length]).toEqual([3, 4]);
  }
});

test('a failed pass loses nothing', async () => {
  await endpoint();
  await createdCustomer(world);
  const broken = { insert: () => Promise.reject(new Error('the queue is away')) };
  await expect(world.engine.work.relayOnce(broken)).rejects.toThrow('the queue is away');
  expect((await relayAll())['delivery.attempt']).toHaveLength(1);
});

test('the queued jobs name their rows', async () => {
  await endpoint();
  const customer = await completeCustomer(world);
  const { queue, stop } = await startQueue(world);
  await world.engine.work.relayOnce(queue);
  const jobs = await world.sql`select name, data from pgboss.job where name = 'check.run' and state = 'created'`;
  const checks = await world.sql`select id, attempt from verification_check where customer_id = ${customer}`;
  expect(jobs.map((job) => job.data.checkId).sort()).toEqual(checks.map((check) => check.id).sort());
  for (const job of jobs)
    expect(job.data).toEqual({ tenantId: world.app.tenantId, checkId: expect.any(String), attempt: 1 });
  await stop();
});

test('an emptied job table is rebuilt from the rows', async () => {
  await endpoint();
  const customer = await completeCustomer(world);
  await world.engine.portalLinks.create(world.app, { customerId: customer, sendTo: 'email' });
  const { queue, stop } = await startQueue(world);
  const jobs = () => world.sql`select name, data from pgboss.job order by name, data::text`;
  await world.owner`delete from pgboss.job`;
  await world.engine.work.relayOnce(queue);
  await world.engine.work.relayOnce(queue);
  const before = await jobs();
  expect(before.length).toBeGreaterThan(7);
  await world.owner`delete from pgboss.job`;

  await world.engine.work.reconcile();
  await world.engine.work.relayOnce(queue);
  expect(await jobs()).toHaveLength(0);
  // Slow jobs are not lost: they are made again only after a minute.
  world.clock.advance(61_000);
  expect(await world.engine.work.reconcile()).toBe(before.length);
  await world.engine.work.relayOnce(queue);
  expect(await jobs()).toEqual(before);
  await stop();
});

test('a queued job is not made again, however long the queue is', async () => {
  await endpoint();
  const customer = await completeCustomer(world);
  await world.engine.portalLinks.create(world.app, { customerId: customer, sendTo: 'email' });
  const { queue, stop } = await startQueue(world);
  await world.owner`delete from pgboss.job`;
  while ((await world.engine.work.relayOnce(queue)) > 0);
  const states = async () =>
    (await world.sql`select state, count(*)::int as n from pgboss.job group by state`).map(({ state, n }) => [
      state,
      n,
    ]);
  const before = await states();
  expect(before[0]?.[1]).toBeGreaterThan(5);
  world.clock.advance(3600_000);
  expect(await world.engine.work.reconcile()).toBe(0);
  expect(await world.engine.work.relayOnce(queue)).toBe(0);
  // Active jobs and jobs in retry still exist; failed ones do not.
  const [active, retry, failed] = await world.sql`select id from pgboss.job where name = 'delivery.attempt' limit 3`;
  await world.owner`update pgboss.job set state = 'active' where id = ${active?.id}`;
  await world.owner`update pgboss.job set state = 'retry' where id = ${retry?.id}`;
  expect(await world.engine.work.reconcile()).toBe(0);
  await world.owner`update pgboss.job set state = 'failed' where id = ${failed?.id}`;
  expect(await world.engine.work.reconcile()).toBe(1);
  expect(await world.engine.work.relayOnce(queue)).toBe(1);
  await world.owner`delete from pgboss.job`;
  await stop();
});

test('finished work is not claimed again', async () => {
  const customer = await completeCustomer(world);
  await relayAll();
  await drain(world);
  expect(await statusOf(world, customer)).toBe('ACTIVE');
  await relayAll();
  await sendEmails();
  world.clock.advance(10 * 60_000);
  expect(await world.engine.work.reconcile()).toBe(0);
  expect(await relayAll()).toEqual(collectingQueue().jobs);
});

test('a check whose job is repeated has its effect once', async () => {
  const customer = await completeCustomer(world);
  const { 'check.run': jobs } = await relayAll();
  // The worker was killed after the effect and before completing the job, or a slow job was given to a second worker.
  await Promise.all([...jobs, ...jobs, ...jobs].map((job) => world.engine.work.runCheck(job)));
  await Promise.all(jobs.map((job) => world.engine.work.runCheck(job)));
  const completed =
    await world.sql`select from event where customer_id = ${customer} and type = 'verification.check_completed'`;
  expect(completed).toHaveLength(3);
  expect(await world.sql`select from status_change where customer_id = ${customer}`).toHaveLength(2);
  expect(await statusOf(world, customer)).toBe('ACTIVE');
});

test('a stale attempt changes nothing, and the next one is made when it is due', async () => {
  const customer = await completeCustomer(world, { profile: { familyName: 'Unreachable' } });
  const [sandbox] =
    await world.sql`select id, tenant_id from verification_check where customer_id = ${customer} and kind = 'identity'`;
  await relayAll();
  const run = (attempt: number) =>
    world.engine.work.runCheck({ tenantId: world.app.tenantId, checkId: sandbox?.id, attempt });
  await Promise.all([run(1), run(1), run(1)]);
  const row = async () =>
    (await world.sql`select attempt, queued_attempt from verification_check where id = ${sandbox?.id}`)[0];
  expect(await row()).toEqual({ attempt: 2, queued_attempt: 1 });
  await run(1);
  await run(3);
  expect(await row()).toEqual({ attempt: 2, queued_attempt: 1 });
  expect((await relayAll())['check.run']).toHaveLength(0);
  world.clock.advance(1_000);
  expect((await relayAll())['check.run']).toEqual([{ tenantId: world.app.tenantId, checkId: sandbox?.id, attempt: 2 }]);
});

test('an email is sent once, and again only when its sending was not recorded', async () => {
  const customer = await createdCustomer(world, { email: 'post@customer.example' });
  const { url } = await world.engine.portalLinks.create(world.app, { customerId: customer, sendTo: 'email' });
  const { 'mail.send': jobs } = await relayAll();
  expect(jobs).toHaveLength(1);
  const sent: string[] = [];
  const failing = { send: () => Promise.reject(new Error('smtp is away')) };
  const mailer = {
    send: async (mail: { to: string; text: string }) => void sent.push(`${mail.to} ${mail.text.includes(url)}`),
  };
  for (const job of jobs) await expect(world.engine.work.sendMail(failing, job)).rejects.toThrow('smtp is away');
  for (const job of [...jobs, ...jobs]) await world.engine.work.sendMail(mailer, job);
  expect(sent).toEqual(['post@customer.example true']);
});

test('no error was reported', () => expect(world.errors).toEqual([]));
