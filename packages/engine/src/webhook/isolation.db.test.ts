import { BREAKER_OPENS_AFTER, IN_FLIGHT, PROBE_WAIT, SLOW_AFTER } from '@gatehouse/domain';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { idOf } from '../testing/customers.ts';
import { collectingQueue, workOff } from '../testing/queue.ts';
import { createWorld, type World } from '../testing/world.ts';
import type { Poster, PostResult } from './post.ts';

let world: World;
let id: string;
beforeAll(async () => {
  world = await createWorld({ connections: 16 });
});
afterAll(() => world.close());
beforeEach(async () => {
  id = await endpoint();
});

afterEach(async () => {
  for (const each of await world.engine.webhookEndpoints.list(world.app))
    await world.engine.webhookEndpoints.remove(world.app, idOf('endpoint', each.id));
  await workOff(world, answering(200));
});

const answering = (status: number | null, durationMs = 5): Poster => ({
  post: async (): Promise<PostResult> => ({ status, durationMs, answer: '' }),
  close: () => Promise.resolve(),
});

async function endpoint(): Promise<string> {
  const { id: shown } = await world.engine.webhookEndpoints.create(world.app, {
    url: 'http://localhost:9/hook',
    eventTypes: ['webhook_endpoint.disabled'],
  });
  return idOf('endpoint', shown);
}
const tests = async (count: number, to = id) => {
  for (let n = 0; n < count; n += 1) {
    await world.engine.webhookEndpoints.sendTest(world.app, to);
    world.clock.advance(1);
  }
};
const rowOf = async (of = id) =>
  (await world.sql`select failures, probe_at, slow, failing_since, status from webhook_endpoint where id = ${of}`)[0];
async function relay() {
  const { queue, jobs } = collectingQueue();
  while ((await world.engine.work.relayOnce(queue)) > 0);
  return jobs;
}
const attempts = async (of = id) =>
  (
    await world.sql`select count(*)::int as n from attempt a join delivery d on d.tenant_id = a.tenant_id and d.id = a.delivery_id
      where d.endpoint_id = ${of}`
  )[0]?.n;

test('an endpoint has one delivery in flight until it answers, and then a few, oldest first', async () => {
  await tests(20);
  const [first, ...none] = (await relay())['delivery.attempt'];
  expect([first !== undefined, none]).toEqual([true, []]);
  if (first) await world.engine.work.deliver(answering(200), first);
  const { queue, jobs } = collectingQueue();
  // Many relays count the same deliveries in flight at once.
  for (let round = 0; round < 3; round += 1)
    await Promise.all(Array.from({ length: 8 }, () => world.engine.work.relayOnce(queue)));
  const oldest =
    await world.sql`select id from delivery where endpoint_id = ${id} order by due_at offset 1 limit ${IN_FLIGHT.answering}`;
  expect(jobs['delivery.attempt'].map((job) => job.deliveryId)).toEqual(oldest.map((row) => row.id));
  const [one] = jobs['delivery.attempt'];
  if (!one) throw new Error('Several are in flight.');
  expect(await world.engine.work.deliver(answering(200), one)).toBe(true);
  expect((await relay())['delivery.attempt']).toHaveLength(1);
});

test('the breaker opens, lets single probes through at growing intervals, and closes at the first success', async () => {
  await tests(30);
  expect(await workOff(world, answering(500))).toBe(BREAKER_OPENS_AFTER);
  expect(await rowOf()).toMatchObject({ failures: BREAKER_OPENS_AFTER });
  const began = world.clock.now().getTime();
  const probes: number[] = [];
  while (probes.length < 8) {
    world.clock.advance(PROBE_WAIT.least);
    for (let n = await workOff(world, answering(null)); n > 0; n -= 1) probes.push(world.clock.now().getTime() - began);
  }
  const waits = probes.map((at, index) => at - (probes[index - 1] ?? 0));
  // The wait equals the time since the first failure: five seconds, then doubling up to five minutes.
  for (const [index, wait] of waits.entries())
    expect(wait / Math.min(PROBE_WAIT.least * 2 ** Math.max(0, index - 1), PROBE_WAIT.most)).toBeCloseTo(1, 0);
  expect(waits.at(-1)).toBe(PROBE_WAIT.most);
  expect(await attempts()).toBe(BREAKER_OPENS_AFTER + probes.length);

  world.clock.advance(PROBE_WAIT.most);
  expect(await workOff(world, answering(204))).toBeGreaterThan(25);
  expect(await rowOf()).toMatchObject({ failures: 0, probe_at: null, failing_since: null });
});

test('occasional failures do not open the breaker', async () => {
  for (let n = 0; n < 12; n += 1) {
    await tests(1);
    await workOff(world, answering(n % 3 === 0 ? 200 : 500));
  }
  expect(await rowOf()).toMatchObject({ probe_at: null });
});

test('an answer that asks to slow down pauses the whole endpoint for a minute', async () => {
  await tests(5);
  expect(await workOff(world, answering(429))).toBe(1);
  world.clock.advance(59_000);
  expect(await workOff(world, answering(200))).toBe(0);
  world.clock.advance(1_000);
  expect(await workOff(world, answering(200))).toBe(5);
});

test('slow endpoints use the slow queue, with few in flight, until an answer is fast', async () => {
  await tests(1);
  await workOff(world, answering(200, SLOW_AFTER + 1));
  await tests(10);
  const jobs = await relay();
  expect([jobs['delivery.attempt'].length, jobs['delivery.slow'].length]).toEqual([0, IN_FLIGHT.slow]);
  const [quick] = jobs['delivery.slow'];
  if (quick) await world.engine.work.deliver(answering(200, 10), quick);
  expect((await relay())['delivery.attempt']).toHaveLength(IN_FLIGHT.answering - IN_FLIGHT.slow + 1);
});

test.each([
  ['asking for a delivery again', (delivery: string) => world.engine.deliveries.resend(world.app, delivery)],
  ['a test', () => world.engine.webhookEndpoints.sendTest(world.app, id)],
  [
    'another address',
    () => world.engine.webhookEndpoints.update(world.app, { endpointId: id, url: 'http://localhost:9/elsewhere' }),
  ],
  [
    'enabling it again',
    async () => {
      await world.engine.webhookEndpoints.update(world.app, { endpointId: id, status: 'DISABLED' });
      await world.engine.webhookEndpoints.update(world.app, { endpointId: id, status: 'ENABLED' });
    },
  ],
])('%s does not wait for the open breaker', async (_name, act) => {
  await tests(5);
  await workOff(world, answering(500));
  expect(await workOff(world, answering(200))).toBe(0);
  const [waiting] =
    await world.sql`select id from delivery where endpoint_id = ${id} and status = 'PENDING' order by due_at limit 1`;
  await act(waiting?.id);
  expect(await workOff(world, answering(200))).toBeGreaterThan(1);
});

test('a probe that fails after its endpoint is enabled again does not open the breaker', async () => {
  await tests(5);
  await workOff(world, answering(500));
  world.clock.advance(PROBE_WAIT.least);
  const enabling: Poster = {
    ...answering(500),
    post: async (post) => {
      for (const status of ['DISABLED', 'ENABLED'] as const)
        await world.engine.webhookEndpoints.update(world.app, { endpointId: id, status });
      return answering(500).post(post);
    },
  };
  const [probe, ...none] = (await relay())['delivery.attempt'];
  if (!probe) throw new Error('The probe is due.');
  expect(none).toEqual([]);
  await world.engine.work.deliver(enabling, probe);
  expect(await rowOf()).toMatchObject({ failures: 1, probe_at: null, status: 'ENABLED' });
  expect(await workOff(world, answering(200))).toBeGreaterThan(1);
});

test('a resent delivery goes before all other waiting ones', async () => {
  await tests(6);
  await workOff(world, answering(500));
  const [newest] = await world.sql`select id from delivery where endpoint_id = ${id} order by created_at desc limit 1`;
  await world.engine.deliveries.resend(world.app, newest?.id);
  expect((await relay())['delivery.attempt'].map((job) => job.deliveryId)).toEqual([newest?.id]);
});

test('tens of thousands of deliveries to a dead endpoint do not slow down the others', async () => {
  await tests(1);
  await workOff(world, answering(200));
  const dead = await endpoint();
  await world.owner`
    with made as (
      insert into event (tenant_id, id, type, sequence, body, occurred_at, relayed_at)
      select ${world.app.tenantId}::uuid, gen_random_uuid(), 'webhook.test', 0, '{}', now(), now() from generate_series(1, 30000)
      returning tenant_id, id)
    insert into delivery (tenant_id, id, event_id, endpoint_id, status, due_at, created_at)
    select tenant_id, gen_random_uuid(), id, ${dead}::uuid, 'PENDING', ${world.clock.now()}::timestamptz - interval '1 hour', now() from made`;
  await world.owner`analyze delivery`;
  // The newest endpoint comes after the dead one in every order.
  const healthy = await endpoint();
  await tests(1, healthy);
  const began = performance.now();
  const jobs = await relay();
  const took = performance.now() - began;
  const claimed = await world.sql`select endpoint_id, count(*)::int as n from delivery
    where id = any(${jobs['delivery.attempt'].map((job) => job.deliveryId)}::uuid[]) group by 1`;
  expect(Object.fromEntries(claimed.map((row) => [row.endpoint_id, row.n]))).toEqual({ [dead]: 1, [healthy]: 1 });
  // Reading all of them takes several times as long, also on a slow machine.
  expect(took).toBeLessThan(400);
  await world.engine.webhookEndpoints.remove(world.app, dead);
  while ((await relay())['delivery.attempt'].length > 0);
  const left = await world.sql`select status, count(*)::int as n from delivery where endpoint_id = ${dead} group by 1`;
  // The one in flight ends with its attempt; all others end without a job.
  expect(left.map(({ status, n }) => [status, n]).sort()).toEqual([
    ['FAILED', 29_999],
    ['PENDING', 1],
  ]);
}, 120_000);

test('deliveries whose jobs were lost free their slots', async () => {
  await tests(3);
  expect((await relay())['delivery.attempt']).toHaveLength(1);
  expect((await relay())['delivery.attempt']).toHaveLength(0);
  world.clock.advance(61_000);
  expect(await world.engine.work.reconcile()).toBeGreaterThan(0);
  expect((await relay())['delivery.attempt'].length).toBeGreaterThan(0);
});

test('no error was reported', () => expect(world.errors).toEqual([]));
