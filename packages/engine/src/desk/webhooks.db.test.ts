import { BREAKER_OPENS_AFTER, PROBE_WAIT } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { idOf } from '../testing/customers.ts';
import { workOff } from '../testing/queue.ts';
import { codeOf } from '../testing/refusals.ts';
import { createWorld, type World } from '../testing/world.ts';
import type { Poster } from '../webhook/post.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** An endpoint answers with the status in its address. */
const poster: Poster = {
  post: async ({ url }) => ({ status: Number(new URL(url).pathname.slice(1)), answer: 'Sorry.', durationMs: 3 }),
  close: () => Promise.resolve(),
};
const everything = { limit: 100 };

async function endpoint(app: World['app'], status: number, tests: number): Promise<string> {
  const { id } = await world.engine.webhookEndpoints.create(app, {
    url: `https://hooks.example.com/${status}?token=secret`,
    eventTypes: ['webhook.test'],
  });
  for (let n = 0; n < tests; n += 1) await world.engine.webhookEndpoints.sendTest(app, idOf('endpoint', id));
  return id;
}

test('an admin sees every partner’s endpoints, failing ones first', async () => {
  const healthy = await endpoint(world.app, 200, 2);
  const failing = await endpoint(world.liveApp, 500, 5);
  const gone = await endpoint(world.foreignApp, 410, 3);
  await workOff(world, poster);
  const { items } = await world.engine.desk.webhooks.list(world.staff.admin, everything);
  expect(
    items.map(({ id, status, breaker, failures, pending, failed }) => [id, status, breaker, failures, pending, failed]),
  ).toEqual([
    [failing, 'ENABLED', 'OPEN', BREAKER_OPENS_AFTER, 5, 0],
    [gone, 'DISABLED', 'CLOSED', 1, 0, 3],
    [healthy, 'ENABLED', 'CLOSED', 0, 0, 0],
  ]);
  const [first, second] = items;
  expect(first).toMatchObject({ mode: 'LIVE', url: 'https://hooks.example.com/500', disabledBecause: null });
  expect(first?.nextTryAt).toBe(new Date(world.clock.now().getTime() + PROBE_WAIT.least).toISOString());
  expect(second).toMatchObject({ mode: 'TEST', disabledBecause: 'The endpoint answered 410 Gone.', nextTryAt: null });
  expect(JSON.stringify(items)).not.toContain('token');

  // Paging gives the same list.
  const one = await world.engine.desk.webhooks.list(world.staff.admin, { limit: 2 });
  const two = await world.engine.desk.webhooks.list(world.staff.admin, { limit: 2, cursor: one.nextCursor ?? '' });
  expect([...one.items, ...two.items]).toEqual(items);

  const found = await world.engine.desk.webhooks.get(world.staff.admin, {
    endpointId: idOf('endpoint', failing),
    limit: 2,
  });
  expect(found.endpoint).toEqual(first);
  expect(found.deliveries.items).toHaveLength(2);
  const all = await world.engine.desk.webhooks.get(world.staff.admin, {
    endpointId: idOf('endpoint', failing),
    ...everything,
  });
  const tried = all.deliveries.items.flatMap(({ attempts }) => attempts);
  expect(tried).toHaveLength(BREAKER_OPENS_AFTER);
  expect(tried[0]).toMatchObject({ number: 1, statusCode: 500, answer: 'Sorry.' });
});

test('only an admin can resend and re-enable', async () => {
  const shown = await endpoint(world.liveApp, 410, 1);
  await workOff(world, poster);
  const endpointId = idOf('endpoint', shown);
  const { webhooks } = world.engine.desk;
  const { deliveries } = await webhooks.get(world.staff.admin, { endpointId, ...everything });
  const deliveryId = idOf('delivery', deliveries.items[0]?.id ?? '');
  expect(await codeOf(webhooks.resend(world.staff.admin, { endpointId, deliveryId }))).toBe('ENDPOINT_DISABLED');
  for (const who of [world.staff.auditor, world.staff.reviewer, world.staff.approver]) {
    expect(await codeOf(webhooks.list(who, everything))).toBe('NOT_PERMITTED');
    expect(await codeOf(webhooks.get(who, { endpointId, ...everything }))).toBe('NOT_PERMITTED');
    expect(await codeOf(webhooks.resend(who, { endpointId, deliveryId }))).toBe('NOT_PERMITTED');
    expect(await codeOf(webhooks.enable(who, endpointId))).toBe('NOT_PERMITTED');
  }
  await webhooks.enable(world.staff.admin, endpointId);
  await webhooks.enable(world.staff.admin, endpointId);
  const { endpoint: enabled } = await webhooks.get(world.staff.admin, { endpointId, ...everything });
  expect(enabled).toMatchObject({ status: 'ENABLED', breaker: 'CLOSED', failures: 0, disabledBecause: null });
  expect(await webhooks.resend(world.staff.admin, { endpointId, deliveryId })).toEqual({ queued: 1 });
  expect(await workOff(world, poster)).toBe(1);
  // Each action is recorded with its actor, and refused ones are not.
  const { staffId } = world.staff.admin;
  expect(
    await world.sql`select staff_id, actor_id, action, about::text from staff_audit where about->>'endpoint' = ${shown} order by id`,
  ).toMatchObject([
    {
      staff_id: staffId,
      actor_id: staffId,
      action: 'endpointEnabled',
      about: JSON.stringify({ endpoint: shown }).replace(':', ': '),
    },
    {
      staff_id: staffId,
      actor_id: staffId,
      action: 'deliverySentAgain',
      about: expect.stringContaining(deliveries.items[0]?.id ?? ''),
    },
  ]);
  expect(await world.engine.staff.history(world.staff.admin)).toMatchObject([
    { action: 'deliverySentAgain', who: 'admin', by: 'admin', endpoint: shown },
    { action: 'endpointEnabled', who: 'admin', by: 'admin', endpoint: shown },
  ]);
  // A delivery is resent only through its own endpoint.
  const other = idOf('endpoint', await endpoint(world.app, 200, 0));
  expect(await codeOf(webhooks.resend(world.staff.admin, { endpointId: other, deliveryId }))).toBe('NOT_FOUND');
  await world.engine.webhookEndpoints.remove(world.liveApp, endpointId);
  expect(await codeOf(webhooks.enable(world.staff.admin, endpointId))).toBe('NOT_FOUND');
  // Deliveries stay on record for the owner.
  const kept = await world.engine.deliveries.list(world.liveApp, { endpointId, ...everything });
  expect(kept.items.map(({ id }) => id)).toEqual([deliveries.items[0]?.id]);
});
