import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createdCustomer, idOf } from '../testing/customers.ts';
import { collectingQueue, workOff } from '../testing/queue.ts';
import { codeOf } from '../testing/refusals.ts';
import { createWorld, type World } from '../testing/world.ts';
import type { Post, Poster } from './post.ts';

let world: World;
let posts: Post[];
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  posts = [];
});

const DAY = 24 * 3600_000;
const poster: Poster = {
  post: async (post) => {
    posts.push(post);
    return { status: 200, answer: '', durationMs: 1 };
  },
  close: () => Promise.resolve(),
};

async function work(): Promise<void> {
  await workOff(world, poster);
}
async function create(): Promise<{ id: string; secret: string }> {
  const { id, secret } = await world.engine.webhookEndpoints.create(world.app, { url: 'http://localhost:9/hook' });
  return { id: idOf('endpoint', id), secret };
}
const sent = (url = 'http://localhost:9/hook') => posts.filter((post) => post.url === url);
/**
 * Signs with the standard's library and compares. (Its own verification would compare the test clock with the real
 * one.)
 */
function signedWith(post: Post | undefined, secret: string): boolean {
  const {
    'webhook-id': id = '',
    'webhook-timestamp': at = '',
    'webhook-signature': signatures = '',
  } = post?.headers ?? {};
  return signatures.split(' ').includes(new Webhook(secret).sign(id, new Date(Number(at) * 1000), post?.body ?? ''));
}

test('a secret is shown once and stored sealed', async () => {
  const { id, secret } = await create();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const views = [
    await world.engine.webhookEndpoints.get(world.app, id),
    await world.engine.webhookEndpoints.list(world.app),
  ];
  expect(JSON.stringify(views)).not.toContain(secret);
  const [row] = await world.owner`select to_jsonb(w)::text as row from webhook_endpoint w where id = ${id}`;
  expect(row?.row).not.toContain(secret.slice(6));
  expect(row?.row).not.toContain(Buffer.from(secret).toString('hex'));
  await world.engine.webhookEndpoints.remove(world.app, id);
});

test('a test event goes only to its endpoint, through a regular delivery', async () => {
  const [one, other] = [await create(), await create()];
  await work();
  posts = [];
  const { eventId, deliveryId } = await world.engine.webhookEndpoints.sendTest(world.app, one.id);
  await work();
  expect(sent()).toHaveLength(1);
  expect(signedWith(sent()[0], one.secret)).toBe(true);
  expect(signedWith(sent()[0], other.secret)).toBe(false);
  expect(JSON.parse(sent()[0]?.body ?? '')).toMatchObject({
    id: eventId,
    type: 'webhook.test',
    sequence: 0,
    mode: 'TEST',
    data: { message: 'This is a test.' },
  });
  expect(await world.engine.deliveries.get(world.app, idOf('delivery', deliveryId))).toMatchObject({
    status: 'DELIVERED',
    eventType: 'webhook.test',
  });
  for (const { id } of [one, other]) await world.engine.webhookEndpoints.remove(world.app, id);
});

test('both secrets sign for a day after a rotation, then only the new one', async () => {
  const { id, secret } = await create();
  const rotated = await world.engine.webhookEndpoints.rotateSecret(world.app, id);
  expect(rotated.secret).not.toBe(secret);
  expect(new Date(rotated.previousUntil).getTime() - world.clock.now().getTime()).toBe(DAY);
  const signatures = async () => {
    posts = [];
    await world.engine.webhookEndpoints.sendTest(world.app, id);
    await work();
    const post = sent()[0];
    return { count: post?.headers['webhook-signature']?.split(' ').length, post };
  };
  const both = await signatures();
  expect(both.count).toBe(2);
  expect([signedWith(both.post, secret), signedWith(both.post, rotated.secret)]).toEqual([true, true]);

  const third = await world.engine.webhookEndpoints.rotateSecret(world.app, id);
  expect((await signatures()).count).toBe(3);
  world.clock.advance(DAY);
  expect((await signatures()).count).toBe(1);
  const [row] = await world.sql`select secrets from webhook_endpoint where id = ${id}`;
  const kept = world.deps.vault.own().open<{ secret: string; until: string | null }[]>('webhook-secrets', row?.secrets);
  expect(kept[0]).toEqual({ secret: third.secret, until: null });
  await world.engine.webhookEndpoints.remove(world.app, id);
});

test('waiting deliveries to a removed or disabled endpoint end without an error', async () => {
  const [removed, disabled] = [await create(), await create()];
  await createdCustomer(world);
  const { queue, jobs } = collectingQueue();
  while ((await world.engine.work.relayOnce(queue)) > 0);
  await world.engine.webhookEndpoints.remove(world.app, removed.id);
  await world.engine.webhookEndpoints.update(world.app, { endpointId: disabled.id, status: 'DISABLED' });
  for (const job of jobs['delivery.attempt']) await world.engine.work.deliver(poster, job);
  expect(posts).toHaveLength(0);
  const rows =
    await world.sql`select id, endpoint_id, status from delivery where endpoint_id = any(${[removed.id, disabled.id]}::uuid[])`;
  expect(rows.map((row) => row.status)).toEqual(['FAILED', 'FAILED']);

  const dead = rows.find((row) => row.endpoint_id === removed.id);
  expect(await codeOf(world.engine.deliveries.resend(world.app, dead?.id))).toBe('ENDPOINT_DISABLED');
  const since = '2020-01-01T00:00:00.000Z';
  expect(await codeOf(world.engine.deliveries.replay(world.app, { endpointId: removed.id, since }))).toBe('NOT_FOUND');
  for (const verb of ['get', 'rotateSecret', 'sendTest', 'remove'] as const)
    expect(await codeOf(world.engine.webhookEndpoints[verb](world.app, removed.id))).toBe('NOT_FOUND');
  await world.engine.webhookEndpoints.remove(world.app, disabled.id);
});

test('sending to a disabled endpoint is refused with ENDPOINT_DISABLED', async () => {
  const { id } = await create();
  const { deliveryId } = await world.engine.webhookEndpoints.sendTest(world.app, id);
  await work();
  await world.engine.webhookEndpoints.update(world.app, { endpointId: id, status: 'DISABLED' });
  posts = [];
  const { webhookEndpoints, deliveries } = world.engine;
  const since = '2020-01-01T00:00:00.000Z';
  for (const ask of [
    () => webhookEndpoints.sendTest(world.app, id),
    () => deliveries.resend(world.app, idOf('delivery', deliveryId)),
    () => deliveries.replay(world.app, { endpointId: id, since, includeDelivered: true }),
  ])
    expect(await codeOf(ask())).toBe('ENDPOINT_DISABLED');
  await work();
  expect(posts).toHaveLength(0);
  await webhookEndpoints.update(world.app, { endpointId: id, status: 'ENABLED' });
  expect(await deliveries.replay(world.app, { endpointId: id, since, includeDelivered: true })).toEqual({ queued: 1 });
  await work();
  expect(posts).toHaveLength(1);
  await webhookEndpoints.remove(world.app, id);
});

test('resending a waiting delivery brings its next attempt forward', async () => {
  const { id } = await create();
  const { deliveryId } = await world.engine.webhookEndpoints.sendTest(world.app, id);
  const failing: Poster = { ...poster, post: async () => ({ status: 500, answer: '', durationMs: 1 }) };
  const delivery = idOf('delivery', deliveryId);
  await world.engine.work.deliver(failing, { tenantId: world.app.tenantId, deliveryId: delivery, attempt: 1 });
  await work();
  expect(posts).toHaveLength(0);
  expect(await world.engine.deliveries.resend(world.app, delivery)).toEqual({ queued: 1 });
  await work();
  expect(await world.engine.deliveries.get(world.app, delivery)).toMatchObject({ status: 'DELIVERED', attempt: 2 });
  await world.engine.webhookEndpoints.remove(world.app, id);
});

test('two simultaneous rotations keep the old secret and both new ones', async () => {
  const { id, secret } = await create();
  const rotated = await Promise.all([1, 2, 3].map(() => world.engine.webhookEndpoints.rotateSecret(world.app, id)));
  posts = [];
  await world.engine.webhookEndpoints.sendTest(world.app, id);
  await work();
  const signs = [secret, ...rotated.map((each) => each.secret)].map((each) => signedWith(sent()[0], each));
  expect(signs).toEqual([true, true, true, true]);
  await world.engine.webhookEndpoints.remove(world.app, id);
});

test('an update changes only the given fields and keeps what a concurrent delivery writes', async () => {
  const { id } = await create();
  await Promise.all([
    world.engine.webhookEndpoints.update(world.app, { endpointId: id, description: 'ours' }),
    world.engine.webhookEndpoints.update(world.app, { endpointId: id, eventTypes: ['customer.created'] }),
    world.engine.webhookEndpoints.update(world.app, { endpointId: id, status: 'DISABLED' }),
    world.engine.webhookEndpoints.update(world.app, { endpointId: id, url: 'http://localhost:9/other' }),
    world.engine.webhookEndpoints.update(world.app, { endpointId: id }),
  ]);
  expect(await world.engine.webhookEndpoints.get(world.app, id)).toMatchObject({
    description: 'ours',
    eventTypes: ['customer.created'],
    status: 'DISABLED',
    url: 'http://localhost:9/other',
  });
  await world.engine.webhookEndpoints.remove(world.app, id);
});

test('a stored list with a planned event type keeps working, and a new one is refused', async () => {
  const [mixed, only] = [await create(), await create()];
  const store = (id: string, types: string[]) =>
    world.owner`update webhook_endpoint set event_types = ${types} where id = ${id}`;
  await store(mixed.id, ['document.expiring', 'customer.created']);
  await store(only.id, ['appeal.opened']);
  await createdCustomer(world);
  await work();
  const heard = await world.owner`
    select d.endpoint_id, e.type from delivery d join event e on e.tenant_id = d.tenant_id and e.id = d.event_id
    where d.endpoint_id in (${mixed.id}, ${only.id})`;
  expect(heard).toEqual([{ endpoint_id: mixed.id, type: 'customer.created' }]);
  const { eventTypes } = await world.engine.webhookEndpoints.get(world.app, mixed.id);
  expect(eventTypes).toEqual(['document.expiring', 'customer.created']);
  await world.engine.webhookEndpoints.update(world.app, { endpointId: mixed.id, eventTypes });
  const update = world.engine.webhookEndpoints.update(world.app, {
    endpointId: mixed.id,
    eventTypes: ['appeal.opened'],
  });
  expect(await codeOf(update)).toBe('INVALID_INPUT');
  const url = 'http://localhost:9/hook';
  // @ts-expect-error A new list cannot hold it by its type either.
  const another = world.engine.webhookEndpoints.create(world.app, { url, eventTypes: ['appeal.opened'] });
  expect(await codeOf(another)).toBe('INVALID_INPUT');
  for (const { id } of [mixed, only]) await world.engine.webhookEndpoints.remove(world.app, id);
});

test.each(['http://example.com/', 'https://10.0.0.1/', 'https://user:pass@example.com/', 'javascript:alert(1)'])(
  '%s is refused when it is saved',
  async (url) => {
    expect(await codeOf(world.engine.webhookEndpoints.create(world.app, { url }))).toBe('INVALID_INPUT');
    const { id } = await create();
    expect(await codeOf(world.engine.webhookEndpoints.update(world.app, { endpointId: id, url }))).toBe(
      'INVALID_INPUT',
    );
    await world.engine.webhookEndpoints.remove(world.app, id);
  },
);
