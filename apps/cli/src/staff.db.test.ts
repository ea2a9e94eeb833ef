import { createWorld, type World } from '@gatehouse/engine/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putStaff, removeSecondFactor } from './staff.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const history = (id: string) =>
  world.owner`select action, about, actor_kind, actor_id from staff_audit where staff_id = ${id} order by id`;
const account = {
  email: 'Ana@operator.example',
  name: 'Ana',
  role: 'admin',
  password: 'a-long-enough-password',
} as const;

test('records in the history that an account was created and got another password, name and role', async () => {
  const id = await putStaff(world.sql, account);
  const byCommandLine = { actor_kind: 'engine', actor_id: null };
  expect(await history(id)).toEqual([{ action: 'created', about: { to: 'admin' }, ...byCommandLine }]);
  expect(await putStaff(world.sql, { ...account, name: 'Ana Example', role: 'approver' })).toBe(id);
  await removeSecondFactor(world.sql, id);
  expect((await history(id)).slice(1)).toEqual([
    { action: 'passwordSet', about: {}, ...byCommandLine },
    { action: 'renamed', about: {}, ...byCommandLine },
    { action: 'roleChanged', about: { from: 'admin', to: 'approver' }, ...byCommandLine },
    { action: 'factorReset', about: {}, ...byCommandLine },
  ]);
});
