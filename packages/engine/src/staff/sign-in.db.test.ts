import { newId } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function enrolling(verified: boolean): Promise<string> {
  const { staffId } = world.staff.reviewer;
  await world.owner`delete from staff_two_factor where staff_id = ${staffId}`;
  await world.owner`insert into staff_two_factor (id, staff_id, secret, backup_codes, verified) values (${newId()}, ${staffId}, 's', 'b', ${verified})`;
  return staffId;
}

test('one of fifty simultaneous uses of a code passes, and no earlier code passes afterwards', async () => {
  const staffId = await enrolling(true);
  const takes = await Promise.all(Array.from({ length: 50 }, () => world.engine.signIn.takeCode(staffId, 1000)));
  expect(takes.filter(Boolean)).toHaveLength(1);
  expect(await world.engine.signIn.takeCode(staffId, 999)).toBe(false);
  expect(await world.engine.signIn.takeCode(staffId, 1001)).toBe(true);
  expect(await world.engine.signIn.takeCode(newId(), 1)).toBe(false);
});

test('a new network is recorded once as a keyed hash, also for two simultaneous first sign-ins', async () => {
  const { staffId } = world.staff.auditor;
  await Promise.all([1, 2, 3].map(() => world.engine.signIn.signedIn(staffId, '203.0.113.77')));
  await world.engine.signIn.signedIn(staffId, '203.0.113.78');
  const rows = await world.owner`select action, about from staff_audit where staff_id = ${staffId}`;
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    action: 'signedInElsewhere',
    about: { network: expect.stringMatching(/^[\w-]{43}$/) },
  });
  const stored = JSON.stringify([
    rows,
    await world.owner`select * from staff_network`,
    await world.owner`select * from rate_limit`,
  ]);
  expect(stored).not.toContain('203.0.113');
});
