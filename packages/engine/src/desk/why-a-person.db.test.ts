import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeCustomer } from '../testing/customers.ts';
import { drain } from '../testing/drain.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let watchful: World;
beforeAll(async () => {
  world = await createWorld();
  watchful = await createWorld({ reviewPolicy: 'ALWAYS' });
});
afterAll(() => Promise.all([world.close(), watchful.close()]));

/** The reasons for the manual review of a customer with this family name, once all automatic checks have ended. */
async function why(on: World, familyName: string, app = on.app) {
  const id = await completeCustomer(on, { app, profile: { familyName } });
  await drain(on);
  return (await on.engine.desk.case(on.staff.auditor, id)).why;
}

test.each([
  ['Failing', { kind: 'failed', found: ['The sandbox vendor could not confirm this person.'] }],
  ['Flagged', { kind: 'flagged', found: ['The sandbox vendor wants a person to look.'] }],
  ['Unreachable', { kind: 'unreachable', found: [expect.stringContaining('could not be reached')] }],
])('%s: the check and its finding are named', async (familyName, expected) => {
  expect(await why(world, familyName)).toEqual([{ check: 'Sandbox vendor', ...expected }]);
});

test('passed checks and requested items need no manual review', async () => {
  expect(await why(world, 'Specimen')).toEqual([]);
  expect(await why(world, 'Inquire')).toEqual([]);
});

test('a manual review without findings has a reason', async () => {
  expect(await why(world, 'Specimen', world.liveApp)).toMatchObject([
    { kind: 'review', found: [expect.stringContaining('LIVE')] },
  ]);
  expect(await why(watchful, 'Specimen')).toMatchObject([
    { kind: 'review', found: ['This partner has a person look at every submission.'] },
  ]);
});

test('a decided case has no reasons', async () => {
  const id = await completeCustomer(world, { profile: { familyName: 'Flagged' } });
  await drain(world);
  await world.engine.desk.decide(world.staff.approver, { customerId: id, event: 'approve', note: 'Seen.' });
  expect((await world.engine.desk.case(world.staff.auditor, id)).why).toEqual([]);
});
