import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeCustomer } from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, portalOf, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const verifiedOf = async (id: string, app = world.app) =>
  (await world.engine.portal.session(portalOf(app, id))).verified;
const approve = (customerId: string) =>
  world.engine.desk.decide(world.staff.approver, { customerId, event: 'approve', note: 'Compared.' });
const BY_PASSPORT = ['givenNames', 'familyName', 'birthDate', 'nationality'];

test('an automatic approval verifies no fields', async () => {
  expect(await verifiedOf(await customerIn(world, 'ACTIVE'))).toEqual([]);
});

test('a person’s approval verifies the fields that the documents show', async () => {
  const id = await customerIn(world, 'UNDER_REVIEW');
  expect(await verifiedOf(id)).toEqual([]);
  await approve(id);
  expect(await verifiedOf(id)).toEqual(BY_PASSPORT);
});

test('an approval in LIVE verifies the fields that the documents show', async () => {
  const id = await completeCustomer(world, { app: world.liveApp });
  await drain(world);
  await approve(id);
  expect(await verifiedOf(id, world.liveApp)).toEqual(BY_PASSPORT);
});

test('no fields are verified while the account is not active', async () => {
  expect(await verifiedOf(await customerIn(world, 'DEACTIVATED'))).toEqual([]);
  expect(await verifiedOf(await customerIn(world, 'REJECTED'))).toEqual([]);
});
