import { DISABLE_AFTER, PROBE_WAIT, showId } from '@gatehouse/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Email } from '../record/emails.ts';
import { idOf } from '../testing/customers.ts';
import { collectingQueue, workOff } from '../testing/queue.ts';
import { createWorld, type World } from '../testing/world.ts';
import type { Post, Poster } from './post.ts';

let world: World;
/** The endpoint that is disabled, and its public id. Another endpoint of the same tenant receives the event. */
let failing: string;
let shownId: string;
let posts: Post[];
beforeAll(async () => {
  world = await createWorld({ connections: 16 });
});
afterAll(() => world.close());
beforeEach(async () => {
  for (const each of await world.engine.webhookEndpoints.list(world.app))
    await world.engine.webhookEndpoints.remove(world.app, idOf('endpoint', each.id));
  failing = await endpoint('https://hooks.example.com/secret-path?token=secret');
  shownId = showId('endpoint', failing);
  await endpoint('https://other.example.com/');
  posts = [];
});

const endpoint = async (url: string) =>
  idOf(
    'endpoint',
    (await world.engine.webhookEndpoints.create(world.app, { url, eventTypes: ['webhook_endpoint.disabled'] })).id,
  );

/** The failing endpoint answers with this status; the other one accepts. */
const answering = (status: number): Poster => ({
  post: async (post) => {
    posts.push(post);
    return { status: post.url.includes('secret-path') ? status : 204, answer: '', durationMs: 1 };
  },
  close: () => Promise.resolve(),
});

async function tellings() {
  const events = await world.sql<{ id: string; body: string; sequence: number; customer_id: string | null }[]>`
    select id, body, sequence, customer_id from event where type = 'webhook_endpoint.disabled' and body like ${`%${shownId}%`}`;
  const emails = (await world.engine.mailbox()).filter(
    (each) => each.kind === 'endpointDisabled' && each.text.includes(shownId),
  );
  return { events, emails };
}
const shown = () => world.engine.webhookEndpoints.get(world.app, failing);

test.each([410, 200])(
  'the address before answers %d and says nothing of the one that was set meanwhile',
  async (status) => {
    await world.engine.webhookEndpoints.sendTest(world.app, failing);
    const changing: Poster = {
      ...answering(status),
      post: async (post) => {
        await world.engine.webhookEndpoints.update(world.app, {
          endpointId: failing,
          url: 'https://new.example.com/secret-path',
        });
        return answering(status).post(post);
      },
    };
    await workOff(world, changing);
    expect(await shown()).toMatchObject({ status: 'ENABLED', lastSuccessAt: null, failingSince: null });
  },
);

test('a 410 disables the endpoint and notifies its owner once, by an email and an event', async () => {
  for (let n = 0; n < 3; n += 1) await world.engine.webhookEndpoints.sendTest(world.app, failing);
  await workOff(world, answering(410));
  expect(await shown()).toMatchObject({ status: 'DISABLED', disabledBecause: 'The endpoint answered 410 Gone.' });
  const { events, emails } = await tellings();
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ sequence: 0, customer_id: null });
  const told = posts.filter((post) => post.url.startsWith('https://other'));
  expect(told.map((post) => JSON.parse(post.body))).toEqual([
    {
      id: expect.stringMatching(/^evt_/),
      type: 'webhook_endpoint.disabled',
      apiVersion: expect.any(String),
      mode: 'TEST',
      occurredAt: expect.any(String),
      sequence: 0,
      data: { endpointId: shownId, reason: { code: 'GONE', message: 'The endpoint answered 410 Gone.' } },
    },
  ]);
  // The list stops before the oldest running transaction on the server, so other tests can delay it for a moment.
  const listed = async () => (await world.engine.events.list(world.app, { limit: 100 })).items;
  await expect
    .poll(async () => (await listed()).filter((event) => JSON.stringify(event).includes(shownId)), { timeout: 15_000 })
    .toEqual([JSON.parse(events[0]?.body ?? '')]);
  expect(emails).toMatchObject([
    { to: 'support@partner.example', subject: expect.stringContaining('hooks.example.com') },
  ]);
  // The path of a URL may hold a secret.
  expect(JSON.stringify([emails, events])).not.toMatch(/secret-path|token/);
});

test('five days without a success notify the owner too, and simultaneous failures notify once', async () => {
  await world.engine.webhookEndpoints.sendTest(world.app, failing);
  await workOff(world, answering(200));
  for (let n = 0; n < 4; n += 1) await world.engine.webhookEndpoints.sendTest(world.app, failing);
  const { queue, jobs } = collectingQueue();
  while ((await world.engine.work.relayOnce(queue)) > 0);
  const [first, ...rest] = jobs['delivery.attempt'];
  if (!first) throw new Error('Four are in flight.');
  expect(rest).toHaveLength(3);
  await world.engine.work.deliver(answering(500), first);
  expect((await tellings()).emails).toHaveLength(0);
  world.clock.advance(DISABLE_AFTER);
  await Promise.all(rest.map((job) => world.engine.work.deliver(answering(500), job)));
  expect(await shown()).toMatchObject({ status: 'DISABLED', disabledBecause: 'Nothing was accepted for five days.' });
  const { events, emails } = await tellings();
  expect([events.length, emails.length]).toEqual([1, 1]);
  expect(emails[0]?.text).toContain('Nothing was accepted for five days.');
});

test('the email is sent; an endpoint that its owner disables or removes notifies nobody', async () => {
  await world.engine.webhookEndpoints.sendTest(world.app, failing);
  const { queue, jobs } = collectingQueue();
  while ((await world.engine.work.relayOnce(queue)) > 0);
  await world.engine.webhookEndpoints.update(world.app, { endpointId: failing, status: 'DISABLED' });
  for (const job of jobs['delivery.attempt']) await world.engine.work.deliver(answering(410), job);
  expect(await tellings()).toEqual({ events: [], emails: [] });

  await world.engine.webhookEndpoints.update(world.app, { endpointId: failing, status: 'ENABLED' });
  await world.engine.webhookEndpoints.sendTest(world.app, failing);
  await workOff(world, answering(410));
  const waiting = await world.sql`select tenant_id, id from mail where sent_at is null and kind = 'endpointDisabled'`;
  const sent: Email[] = [];
  for (const { tenant_id: tenantId, id: mailId } of waiting)
    await world.engine.work.sendMail({ send: async (mail) => void sent.push(mail) }, { tenantId, mailId });
  expect(sent.filter((mail) => mail.text.includes(shownId))).toMatchObject([{ to: 'support@partner.example' }]);
});

test('an endpoint that is enabled again starts with a closed breaker', async () => {
  await world.engine.webhookEndpoints.sendTest(world.app, failing);
  await workOff(world, answering(500));
  world.clock.advance(DISABLE_AFTER + PROBE_WAIT.most);
  await workOff(world, answering(500));
  expect(await shown()).toMatchObject({ status: 'DISABLED' });
  await world.engine.webhookEndpoints.update(world.app, { endpointId: failing, status: 'ENABLED' });
  expect(await shown()).toMatchObject({ status: 'ENABLED', failingSince: null, disabledBecause: null });
  await world.engine.webhookEndpoints.sendTest(world.app, failing);
  // This is its first failure since then, so it has five days again.
  expect(await workOff(world, answering(500))).toBe(1);
  expect(await shown()).toMatchObject({ status: 'ENABLED' });
});

test('no error was reported', () => expect(world.errors).toEqual([]));
