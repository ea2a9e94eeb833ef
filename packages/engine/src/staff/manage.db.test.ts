import { newId, type StaffRole } from '@gatehouse/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StaffActor } from '../tenancy.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let admin: StaffActor;
let staffId: string;
beforeAll(async () => {
  world = await createWorld();
  admin = world.staff.admin;
});
afterAll(() => world.close());
beforeEach(async () => {
  staffId = await someone('reviewer');
});

/** Adds a staff account with a second factor, a session, and a sign-in that waits for its code. */
async function someone(role: StaffRole): Promise<string> {
  const id = newId();
  const { owner } = world;
  await owner`insert into staff (id, name, email, role, two_factor_enabled) values (${id}, 'Rita', ${`${id}@desk.example`}, ${role}, true)`;
  await owner`insert into staff_two_factor (id, staff_id, secret, backup_codes) values (${newId()}, ${id}, 's', 'b')`;
  await owner`insert into staff_session (id, token, staff_id, expires_at) values (${newId()}, ${newId()}, ${id}, now() + interval '1 hour')`;
  await owner`insert into staff_verification (id, identifier, value, expires_at) values (${newId()}, ${newId()}, ${id}, now() + interval '1 hour')`;
  return id;
}

const viewOf = async (id: string) =>
  (await world.engine.staff.list(admin)).find(({ email }) => email === `${id}@desk.example`);
const historyOf = (id: string) =>
  world.owner`select action, about, actor_kind, actor_id from staff_audit where staff_id = ${id} order by created_at, id`;
const waiting = (id: string) => world.owner`select from staff_verification where value = ${id}`;
const byAdmin = () => ({ actor_kind: 'staff', actor_id: admin.staffId });

test('an admin renames an account; the history holds no names', async () => {
  expect(await world.engine.staff.rename(admin, { staffId, name: 'Rita Canary' })).toEqual({ changed: true });
  expect(await world.engine.staff.rename(admin, { staffId, name: 'Rita Canary' })).toEqual({ changed: false });
  expect(await viewOf(staffId)).toMatchObject({ name: 'Rita Canary' });
  expect(await historyOf(staffId)).toEqual([{ action: 'renamed', about: {}, ...byAdmin() }]);
  const [entry] = await world.engine.staff.history(admin);
  expect(entry).toMatchObject({ action: 'renamed', who: 'Rita Canary', by: admin.name, roles: null });
});

test('an admin changes a role', async () => {
  await world.engine.staff.setRole(admin, { staffId, role: 'approver' });
  expect(await viewOf(staffId)).toMatchObject({ role: 'approver', sessions: 1 });
  const about = { from: 'reviewer', to: 'approver' };
  expect(await historyOf(staffId)).toEqual([{ action: 'roleChanged', about, ...byAdmin() }]);
  expect((await world.engine.staff.history(admin))[0]).toMatchObject({ roles: about });
});

test('disabling ends sessions and waiting sign-ins; enabling restores the account', async () => {
  await world.engine.staff.disable(admin, { staffId });
  await world.engine.staff.disable(admin, { staffId });
  expect(await viewOf(staffId)).toMatchObject({ disabledAt: world.clock.now().toISOString(), sessions: 0 });
  expect(await waiting(staffId)).toHaveLength(0);
  await world.engine.staff.enable(admin, { staffId });
  expect(await viewOf(staffId)).toMatchObject({ disabledAt: null, secondFactor: true });
  expect((await historyOf(staffId)).map(({ action }) => action)).toEqual(['disabled', 'enabled']);
});

test('resetting the second factor and ending sessions sign the account out', async () => {
  await world.engine.staff.resetFactor(admin, { staffId });
  expect(await viewOf(staffId)).toMatchObject({ secondFactor: false, sessions: 0 });
  expect(await world.owner`select from staff_two_factor where staff_id = ${staffId}`).toHaveLength(0);
  const other = await someone('auditor');
  await world.engine.staff.endSessions(admin, { staffId: other });
  expect(await viewOf(other)).toMatchObject({ secondFactor: true, sessions: 0 });
  expect((await historyOf(staffId)).map(({ action }) => action)).toEqual(['factorReset']);
  expect((await historyOf(other)).map(({ action }) => action)).toEqual(['sessionsEnded']);
});

describe('is refused', () => {
  test('to other roles, and to a former admin', async () => {
    const { auditor, reviewer, approver } = world.staff;
    const formerly = { ...admin, staffId };
    for (const actor of [auditor, reviewer, approver, formerly])
      await expect(world.engine.staff.rename(actor, { staffId, name: 'Mallory' })).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
    expect(await viewOf(staffId)).toMatchObject({ name: 'Rita' });
  });

  test('an admin’s own role, access and second factor', async () => {
    const mine = { staffId: admin.staffId };
    const refused = { code: 'NOT_PERMITTED', hint: { key: 'refusals.staff.askOtherAdmin' } };
    await expect(world.engine.staff.setRole(admin, { ...mine, role: 'auditor' })).rejects.toMatchObject(refused);
    await expect(world.engine.staff.disable(admin, mine)).rejects.toMatchObject(refused);
    await expect(world.engine.staff.resetFactor(admin, mine)).rejects.toMatchObject(refused);
  });

  test('for an unknown account', async () => {
    await expect(world.engine.staff.disable(admin, { staffId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('two admins who demote each other at once leave one admin', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => someone('admin')));
  await world.owner`update staff set role = 'approver' where role = 'admin' and id <> all(${ids})`;
  const actors = ids.map((id): StaffActor => ({ kind: 'staff', staffId: id, name: 'Rita', role: 'admin' }));
  const takes = actors.flatMap((actor) =>
    ids
      .filter((id) => id !== actor.staffId)
      .map((id, i) =>
        i % 2 === 0
          ? world.engine.staff.setRole(actor, { staffId: id, role: 'auditor' })
          : world.engine.staff.disable(actor, { staffId: id }),
      ),
  );
  await Promise.allSettled(takes);
  const left = await world.owner`select id from staff where role = 'admin' and disabled_at is null`;
  expect(left).toHaveLength(1);
  await world.owner`update staff set role = 'admin' where id = any(${[admin.staffId, world.staff.secondAdmin.staffId]})`;
});
