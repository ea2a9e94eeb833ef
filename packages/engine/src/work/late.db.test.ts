import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeCustomer, createdCustomer } from '../testing/customers.ts';
import { collectingQueue } from '../testing/queue.ts';
import { createWorld, type World } from '../testing/world.ts';
import { lateWork } from './late.ts';

const YEAR = 365 * 24 * 3600_000;

let world: World;
beforeAll(async () => {
  world = await createWorld();
  // The test tenant's clock is a year ahead; the live tenant's is the real one.
  await world.owner`update tenant set clock_offset = ${YEAR} where id = ${world.app.tenantId}`;
});
afterAll(() => world.close());

const late = async () => Object.fromEntries((await lateWork(world.deps)).map((each) => [each.what, each.late]));
async function relayAll(): Promise<void> {
  while ((await world.engine.work.relayOnce(collectingQueue().queue)) > 0);
}
const log = { info: () => {}, error: () => {} };

/** The profile check asks about a name without letters, while the other checks still run. */
const NO_LETTERS = { givenNames: '4711' };

test('waiting work is late after one minute, on both clocks, and not before', async () => {
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

test('claimed work without a result is late too', async () => {
  await relayAll();
  // The deliveries of the test tenant are due when they are made, which the relay has only now done.
  expect(await late()).toEqual({ sendRequestedLinks: 1 });
  world.clock.advance(61_000);
  expect(await late()).toEqual({ 'check.run': 3, 'delivery.attempt': 2, 'mail.send': 1, sendRequestedLinks: 1 });
  // Without jobs the deliveries wait again. Late endpoints are counted, not deliveries.
  await world.owner`delete from pgboss.job`;
  await world.engine.work.reconcile();
  world.clock.advance(61_000);
  expect(await late()).toEqual({ 'check.run': 3, 'delivery.attempt': 2, 'mail.send': 1, sendRequestedLinks: 1 });
});

test('an endpoint that answers or is paused is not late, however many deliveries wait for it', async () => {
  await world.sql`update webhook_endpoint set last_success_at = ${new Date(world.clock.now().getTime() + YEAR)} where tenant_id = ${world.app.tenantId}`;
  await world.sql`update webhook_endpoint set probe_at = ${new Date(world.clock.now().getTime() + 1)}, failures = 3 where tenant_id = ${world.liveApp.tenantId}`;
  expect(await late()).not.toHaveProperty('delivery.attempt');
  await world.sql`update webhook_endpoint set status = 'DISABLED'`;
  expect(await late()).not.toHaveProperty('delivery.attempt');
});

test('overdue scheduled tasks are late', async () => {
  const [profile] = await world.sql`select id, attempt from verification_check where kind = 'profile'`;
  await world.engine.work.runCheck({ tenantId: world.app.tenantId, checkId: profile?.id, attempt: profile?.attempt });
  world.clock.advance(600_000);
  expect(await late()).toMatchObject({ concludeOverdue: 1, announceDelays: 1 });
  for (const task of ['concludeOverdue', 'announceDelays', 'sendRequestedLinks'] as const)
    await world.engine.work.runTask(task, log);
  // The run has ended, and with it its unanswered checks.
  await relayAll();
  expect(await late()).toEqual({});
});

test('no error was reported', () => expect(world.errors).toEqual([]));
