import { type AttemptResult, type JobPayload, message, PROBE_WAIT, PSEUDO_TAG, RETRY_DELAYS } from '@gatehouse/domain';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createdCustomer, idOf } from '../testing/customers.ts';
import { collectingQueue, workOff } from '../testing/queue.ts';
import { createWorld, type World } from '../testing/world.ts';
import type { Post, Poster } from './post.ts';

let world: World;
/** Between 0 and 1. With 0.5, waits have no jitter. */
let chance = 0.5;
let endpoint: { id: string; secret: string };
let posts: Post[];
beforeAll(async () => {
  world = await createWorld({ random: () => chance });
});
afterAll(() => world.close());
beforeEach(async () => {
  chance = 0.5;
  posts = [];
  for (const each of await world.engine.webhookEndpoints.list(world.app))
    await world.engine.webhookEndpoints.remove(world.app, idOf('endpoint', each.id));
  await work(answering());
  const created = await world.engine.webhookEndpoints.create(world.app, { url: 'http://localhost:9/hook' });
  endpoint = { id: idOf('endpoint', created.id), secret: created.secret };
});

const HOUR = 3600_000;
const DAY = 24 * HOUR;

/** An endpoint that gives these answers in turn and then repeats the last one. Null means no answer. */
const answering = (...answers: (AttemptResult | number | null)[]): Poster => ({
  async post(post) {
    posts.push(post);
    const next = answers.length > 1 ? answers.shift() : answers[0];
    const result = typeof next === 'object' && next !== null ? next : { status: next === undefined ? 204 : next };
    return {
      answer: 'an answer',
      durationMs: 12,
      ...result,
      ...(result.status === null ? { error: message('attempts.codes.ECONNREFUSED') } : {}),
    };
  },
  close: () => Promise.resolve(),
});

/** Does all work of relay and worker that is due now. */
const work = (poster: Poster): Promise<number> => workOff(world, poster);

/** The jobs for this test's endpoint. Retries of earlier tests also become due when days pass. */
async function dueJobs(): Promise<JobPayload<'delivery.attempt'>[]> {
  const { queue, jobs } = collectingQueue();
  while ((await world.engine.work.relayOnce(queue)) > 0);
  const own = await world.sql`select id from delivery where endpoint_id = ${endpoint.id}`;
  return jobs['delivery.attempt'].filter((job) => own.some(({ id }) => id === job.deliveryId));
}

const deliveryOf = async (): Promise<{
  id: string;
  status: string;
  attempt: number;
  first_attempt: number;
  due_at: Date;
}> => {
  const [row] =
    await world.sql`select id, status, attempt, first_attempt, due_at from delivery where endpoint_id = ${endpoint.id} order by created_at desc, id desc limit 1`;
  return row as Awaited<ReturnType<typeof deliveryOf>>;
};
const endpointNow = () => world.engine.webhookEndpoints.get(world.app, endpoint.id);
const attemptsOf = async (id: string) => (await world.engine.deliveries.get(world.app, id)).attempts;

test('an event arrives once, with the stored bytes and a Standard Webhooks signature', async () => {
  const customer = await createdCustomer(world);
  expect(await work(answering(200))).toBe(1);
  const [post] = posts;
  const [event] = await world.sql`select body from event where customer_id = ${customer}`;
  expect(post?.body).toBe(event?.body);
  expect(post?.headers['webhook-id']).toBe(JSON.parse(event?.body).id);
  expect(new Webhook(endpoint.secret).verify(post?.body ?? '', post?.headers ?? {})).toEqual(JSON.parse(event?.body));
  expect(await deliveryOf()).toMatchObject({ status: 'DELIVERED', attempt: 1 });
  expect(await endpointNow()).toMatchObject({ failingSince: null, lastSuccessAt: world.clock.now().toISOString() });
  expect(await work(answering(200))).toBe(0);
});

test('retries follow the schedule to its end, every attempt is recorded, and a replay restarts it', async () => {
  await createdCustomer(world);
  for (const [index, wait] of RETRY_DELAYS.entries()) {
    expect(await work(answering(500))).toBe(1);
    const delivery = await deliveryOf();
    expect(delivery).toMatchObject({ status: 'PENDING', attempt: index + 2 });
    expect(delivery.due_at.getTime() - world.clock.now().getTime()).toBe(wait);
    world.clock.advance(wait - 1);
    expect(await work(answering(500))).toBe(0);
    world.clock.advance(1);
  }
  expect(await work(answering(null))).toBe(1);
  const dead = await deliveryOf();
  expect(dead).toMatchObject({ status: 'FAILED', attempt: RETRY_DELAYS.length + 1 });
  world.clock.advance(DAY);
  expect(await work(answering(200))).toBe(0);
  const attempts = await attemptsOf(dead.id);
  expect(attempts.map((each) => each.number)).toEqual(Array.from({ length: 10 }, (_, n) => n + 1));
  expect(attempts.at(-1)).toMatchObject({ statusCode: null, error: 'The connection was refused.', durationMs: 12 });
  const errorNow = async () =>
    (await world.engine.deliveries.get({ ...world.app, language: PSEUDO_TAG }, dead.id)).attempts.at(-1)?.error;
  expect(await errorNow()).toBe('Ţĥé çöññéçţîöñ ŵåš ŕéƒûšéđ.');
  const old = 'A text of an earlier version.';
  await world.owner`update attempt set error = ${old} where delivery_id = ${dead.id}`;
  expect(await errorNow()).toBe(old);
  expect(new Set(posts.map((post) => post.headers['webhook-id'])).size).toBe(1);
  expect((await endpointNow()).status).toBe('ENABLED');

  expect(await world.engine.deliveries.resend(world.app, dead.id)).toEqual({ queued: 1 });
  expect(await work(answering(500))).toBe(1);
  const again = await deliveryOf();
  expect(again).toMatchObject({ status: 'PENDING', attempt: 12, first_attempt: 11 });
  expect(again.due_at.getTime() - world.clock.now().getTime()).toBe(RETRY_DELAYS[0]);
  // The retry is due after five seconds, before the breaker lets the next probe through.
  world.clock.advance(RETRY_DELAYS[0]);
  expect(await work(answering(200))).toBe(0);
  world.clock.advance(PROBE_WAIT.most - RETRY_DELAYS[0]);
  await work(answering(200));
  expect(await deliveryOf()).toMatchObject({ status: 'DELIVERED', attempt: 12 });
});

test.each([
  [0, 0.8],
  [1, 1.2],
  [0.25, 0.9],
])('random value %s makes a wait %s times as long', async (random, factor) => {
  chance = random;
  await createdCustomer(world);
  await work(answering(500));
  expect((await deliveryOf()).due_at.getTime() - world.clock.now().getTime()).toBe(RETRY_DELAYS[0] * factor);
});

test.each([
  [{ status: 503, retryAfter: 7 * HOUR }, 7 * HOUR],
  [{ status: 503, retryAfter: 99 * DAY }, DAY],
  [{ status: 503, retryAfter: 1 }, RETRY_DELAYS[0]],
  [{ status: 429 }, 60_000],
  [{ status: 302 }, RETRY_DELAYS[0]],
])('%o waits %s ms', async (answer, wait) => {
  await createdCustomer(world);
  await work(answering(answer));
  expect((await deliveryOf()).due_at.getTime() - world.clock.now().getTime()).toBe(wait);
});

test('a 410 ends the delivery and disables the endpoint; its other deliveries end without a request', async () => {
  await createdCustomer(world);
  await createdCustomer(world);
  await work(answering(410));
  expect(posts).toHaveLength(1);
  expect(await endpointNow()).toMatchObject({ status: 'DISABLED', disabledBecause: 'The endpoint answered 410 Gone.' });
  const rows = await world.sql`select status from delivery where endpoint_id = ${endpoint.id}`;
  expect(rows.map((row) => row.status)).toEqual(['FAILED', 'FAILED']);
  await createdCustomer(world);
  expect(await work(answering(200))).toBe(0);

  await world.engine.webhookEndpoints.update(world.app, { endpointId: endpoint.id, status: 'ENABLED' });
  expect(await endpointNow()).toMatchObject({ status: 'ENABLED', disabledBecause: null, failingSince: null });
  expect(
    await world.engine.deliveries.replay(world.app, { endpointId: endpoint.id, since: '2020-01-01T00:00:00.000Z' }),
  ).toEqual({ queued: 2 });
  expect(await work(answering(200))).toBe(2);
});

test('five days without a success disable an endpoint; a success in between restarts the count', async () => {
  const failAfter = async (wait: number) => {
    world.clock.advance(wait);
    await createdCustomer(world);
    await work(answering(500));
  };
  await failAfter(0);
  await failAfter(5 * DAY - 1);
  expect(await endpointNow()).toMatchObject({ status: 'ENABLED' });
  expect(await endpointNow()).toMatchObject({ status: 'ENABLED' });
  // The breaker is open now, and a success closes it.
  world.clock.advance(PROBE_WAIT.most);
  await work(answering(200));
  expect(await endpointNow()).toMatchObject({ failingSince: null });
  await failAfter(0);
  const since = world.clock.now().toISOString();
  await failAfter(4 * DAY);
  expect(await endpointNow()).toMatchObject({ status: 'ENABLED', failingSince: since });
  await failAfter(DAY);
  expect(await endpointNow()).toMatchObject({
    status: 'DISABLED',
    disabledBecause: 'Nothing was accepted for five days.',
  });
});

test('a success during another hanging attempt counts', async () => {
  await createdCustomer(world);
  await work(answering(200));
  for (let n = 0; n < 3; n += 1) await createdCustomer(world);
  const [failing, first, second] = await dueJobs();
  if (!failing || !first || !second) throw new Error('Three deliveries are due.');
  await world.engine.work.deliver(answering(500), failing);
  world.clock.advance(5 * DAY);
  const hanging: Poster = {
    ...answering(500),
    // The other delivery succeeds while this one waits for its answer.
    post: async (post) => {
      await world.engine.work.deliver(answering(200), second);
      return answering(500).post(post);
    },
  };
  await world.engine.work.deliver(hanging, first);
  expect(await endpointNow()).toMatchObject({ status: 'ENABLED', failingSince: world.clock.now().toISOString() });
});

test('an attempt counts once, even if its worker was killed after sending or resumed late', async () => {
  await createdCustomer(world);
  const [job] = await dueJobs();
  if (!job) throw new Error('One delivery is due.');
  await Promise.all([1, 2, 3].map(() => world.engine.work.deliver(answering(500), job)));
  expect(await deliveryOf()).toMatchObject({ attempt: 2 });
  expect(await attemptsOf(job.deliveryId)).toHaveLength(1);
  posts = [];
  await world.engine.work.deliver(answering(200), job);
  await world.engine.work.deliver(answering(200), { ...job, attempt: 3 });
  expect(posts).toHaveLength(0);
  expect(await deliveryOf()).toMatchObject({ status: 'PENDING', attempt: 2 });
});

test('a stopping worker writes nothing, and another worker makes the attempt', async () => {
  await createdCustomer(world);
  const [job] = await dueJobs();
  if (!job) throw new Error('One delivery is due.');
  const stopping = new AbortController();
  const poster: Poster = {
    ...answering(null),
    post(post) {
      stopping.abort();
      return answering(null).post(post);
    },
  };
  await world.engine.work.deliver(poster, job, stopping.signal);
  expect(await attemptsOf(job.deliveryId)).toHaveLength(0);
  await world.engine.work.deliver(answering(200), job);
  expect(await deliveryOf()).toMatchObject({ status: 'DELIVERED', attempt: 1 });
});
