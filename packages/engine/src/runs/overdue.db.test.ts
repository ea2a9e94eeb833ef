import { sandboxProvider } from '@gatehouse/providers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeCustomer, rowOf, statusOf } from '../testing/customers.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';
import { runCheck } from './run-check.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const checkOf = async (id: string, kind: string) =>
  (
    await world.sql<{ id: string; attempt: number; status: string; due_at: Date | null }[]>`
      select id, attempt, status, due_at from verification_check where customer_id = ${id} and kind = ${kind} order by created_at desc, id desc`
  )[0];

async function run(id: string, kind: string): Promise<void> {
  const check = await checkOf(id, kind);
  if (!check) throw new Error(`There is no ${kind} check.`);
  await world.engine.work.runCheck({ tenantId: world.app.tenantId, checkId: check.id, attempt: check.attempt });
}

/** The profile check asks about a name without letters; the two others stay running. */
const NO_LETTERS = { givenNames: '4711' };

test('a request waits for running checks only up to the cap', async () => {
  const id = await completeCustomer(world, { profile: NO_LETTERS });
  await run(id, 'profile');
  expect(await statusOf(world, id)).toBe('UNDER_REVIEW');
  world.clock.advance(29_000);
  await world.engine.work.concludeOverdue();
  expect(await statusOf(world, id)).toBe('UNDER_REVIEW');
  world.clock.advance(2_000);
  await world.engine.work.concludeOverdue();
  expect(await statusOf(world, id)).toBe('NEEDS_ADDITIONAL_INFORMATION');
  expect(await world.engine.work.concludeOverdue()).toBe(0);
});

test('the work on a check ends with its run', async () => {
  const id = await completeCustomer(world, { profile: NO_LETTERS });
  await run(id, 'profile');
  world.clock.advance(31_000);
  await world.engine.work.concludeOverdue();
  expect(await checkOf(id, 'document')).toMatchObject({ status: 'PENDING', due_at: null });
  // A late attempt of a worker must not requeue it either.
  await run(id, 'document');
  await run(id, 'identity');
  const waiting =
    await world.sql`select from verification_check where customer_id = ${id} and status = 'PENDING' and due_at is not null`;
  expect(waiting).toHaveLength(0);
});

test('an attempt that ends after its run requeues nothing', async () => {
  const id = await completeCustomer(world, { profile: { familyName: 'Unreachable' } });
  const check = await checkOf(id, 'identity');
  // The rejection happens during the call to the vendor, between the engine's read and its write.
  const rejecting = () =>
    world.engine.desk.decide(world.staff.approver, { customerId: id, event: 'reject', reasonCode: 'FRAUD', note: 'n' });
  const asking = {
    ...world.deps,
    providers: {
      ...world.deps.providers,
      sandbox: { ...sandboxProvider(), ask: () => rejecting().then(() => Promise.reject(new Error('away'))) },
    },
  };
  await runCheck(asking, { tenantId: world.app.tenantId, checkId: check?.id ?? '', attempt: 1 });
  expect(await statusOf(world, id)).toBe('REJECTED');
  expect(await checkOf(id, 'identity')).toMatchObject({ status: 'PENDING', due_at: null });
});

test('a delay is announced once and is not a failure', async () => {
  const id = await completeCustomer(world);
  expect(await world.engine.work.announceDelays()).toBe(0);
  world.clock.advance(11 * 60_000);
  await Promise.all([world.engine.work.announceDelays(), world.engine.work.announceDelays()]);
  await world.engine.work.announceDelays();
  const events = await world.sql`select from event where customer_id = ${id} and type = 'verification.delayed'`;
  expect(events).toHaveLength(1);
  expect(await statusOf(world, id)).toBe('UNDER_REVIEW');
});

test('a delay of the manual review is announced even after one of the automatic checks', async () => {
  const id = await completeCustomer(world, { profile: { familyName: 'Flagged' } });
  world.clock.advance(11 * 60_000);
  await world.engine.work.announceDelays();
  for (const kind of ['profile', 'document', 'identity']) await run(id, kind);
  expect((await rowOf(world, id)).needsPerson).toBe(true);
  await world.engine.work.announceDelays();
  const announced = () => world.sql`select from event where customer_id = ${id} and type = 'verification.delayed'`;
  expect(await announced()).toHaveLength(1);
  world.clock.advance(6 * 24 * 3600_000);
  await world.engine.work.announceDelays();
  expect(await announced()).toHaveLength(2);
});

test('a customer who is not under review is never late', async () => {
  for (const status of ['ACTIVE', 'NEEDS_ADDITIONAL_INFORMATION', 'REJECTED', 'DEACTIVATED'] as const)
    expect((await rowOf(world, await customerIn(world, status))).expectedBy).toBeNull();
});
