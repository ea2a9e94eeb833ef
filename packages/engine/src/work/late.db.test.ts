import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeCustomer, createdCustomer } from '../testing/customers.ts';
import { collectingQueue } from '../testing/queue.ts';
import { createWorld, type World } from '../testing/world.ts';
import { lateWork } from './late.ts';

const YEAR = 365 * 24 * 3600_000;

let world: World;
beforeAll(async () => {
  world = await createWorld();
  // The test side lives a year ahead, the live side on the real clock.
  await world.owner`update tenant set clock_offset = ${YEAR} where id = ${world.app.tenantId}`;
});
afterAll(() => world.close());

const late = async () => Object.fromEntries((await lateWork(world.deps)).map((each) => [each.what, each.late]));
async function relayAll(): Promise<void> {
  while ((await world.engine.work.relayOnce(collectingQueue().queue)) > 0);
}
const log = { info: () => {}, error: () => {} };

/** A name without letters is asked about by the profile check, while the others still run. */
const NO_LETTERS = { givenNames: '4711' };

test('whatever waits is late after a minute, on both clocks, and no earlier', async () => {
  for (const app of [world.app, world.liveApp])
    await world.engine.webhookEndpoints.create(app, { url: 'http://localhost:9/hook' });
  const customer = await completeCustomer(world, { profile: NO_LETTERS });
  await createdCustomer(world, { app: world.liveApp });
  await world.engine.portalLinks.create(world.app, { customerId: customer, sendTo: 'email' });
  await world.engine.portalLinks.request('somebody@customer.example', 'network');
  expect(await late()).toEqual({});
  world.clock.advance(59_000);
  expect(await late()).toEqual({});
  world.clock.advance(3_000);
  expect(await late()).toEqual({ relay: 5, 'check.run': 3, 'mail.send': 1, sendRequestedLinks: 1 });
});

test('what was claimed is late as well when nothing comes of it', async () => {
  await relayAll();
  // The deliveries of the test side were due when they were made, and the relay has only now made them.
  expect(await late()).toEqual({ sendRequestedLinks: 1 });
  world.clock.advance(61_000);
  expect(await late()).toEqual({ 'check.run': 3, 'delivery.attempt': 2, 'mail.send': 1, sendRequestedLinks: 1 });
  // Without their jobs they wait again: each endpoint is one, however many wait for it.
  await world.owner`delete from pgboss.job`;
  await world.engine.work.reconcile();
  world.clock.advance(61_000);
  expect(await late()).toEqual({ 'check.run': 3, 'delivery.attempt': 2, 'mail.send': 1, sendRequestedLinks: 1 });
});

test('an endpoint that answers or is left alone is not late, however many deliveries wait for it', async () => {
  await world.sql`update webhook_endpoint set last_success_at = ${new Date(world.clock.now().getTime() + YEAR)} where tenant_id = ${world.app.tenantId}`;
  await world.sql`update webhook_endpoint set probe_at = ${new Date(world.clock.now().getTime() + 1)}, failures = 3 where tenant_id = ${world.liveApp.tenantId}`;
  expect(await late()).not.toHaveProperty('delivery.attempt');
  await world.sql`update webhook_endpoint set status = 'DISABLED'`;
  expect(await late()).not.toHaveProperty('delivery.attempt');
});

test('what the schedule leaves undone is late', async () => {
  const [profile] = await world.sql`select id, attempt from verification_check where kind = 'profile'`;
  await world.engine.work.runCheck({ tenantId: world.app.tenantId, checkId: profile?.id, attempt: profile?.attempt });
  world.clock.advance(600_000);
  expect(await late()).toMatchObject({ concludeOverdue: 1, announceDelays: 1 });
  for (const task of ['concludeOverdue', 'announceDelays', 'sendRequestedLinks'] as const)
    await world.engine.work.runTask(task, log);
  // The run is over, and with it the checks that nobody answered.
  await relayAll();
  expect(await late()).toEqual({});
});

test('nothing went wrong unseen', () => expect(world.errors).toEqual([]));
