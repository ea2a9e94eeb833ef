import { afterAll, beforeAll, expect, test } from 'vitest';
import { createdCustomer } from '../testing/customers.ts';
import { createWorld, portalOf, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function begun() {
  const id = await createdCustomer(world);
  const me = portalOf(world.app, id);
  await world.engine.portal.save(me, { subject: 'name', values: { familyName: 'Typed' } });
  const draft = async () => (await world.engine.portal.session(me)).drafts.name;
  return { id, me, draft };
}

test('a draft names the fields that someone else has changed since it was begun', async () => {
  const { id, me, draft } = await begun();
  expect((await draft())?.changedSince).toEqual([]);
  await world.engine.customers.update(world.app, { customerId: id, profile: { familyName: 'Stored' } });
  await world.engine.portal.save(me, { subject: 'name', values: { familyName: 'Typed on' } });
  expect(await draft()).toMatchObject({ values: { familyName: 'Typed on' }, changedSince: ['familyName'] });
});

test('a draft names only the field that another page has saved', async () => {
  const { me, draft } = await begun();
  await world.engine.portal.continue(me, { subject: 'phone', profile: { phone: '+442079460000' } });
  expect((await draft())?.changedSince).toEqual(['phone']);
});

test('the number of drafts is limited, and stored ones can be updated', async () => {
  const { me, draft } = await begun();
  const save = (subject: string) => world.engine.portal.save(me, { subject, values: { familyName: subject } });
  for (let page = 1; page < 50; page += 1) await save(`page${page}`);
  await expect(save('one-more')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await save('name');
  expect((await draft())?.values).toEqual({ familyName: 'name' });
});

test('continuing a page deletes its draft', async () => {
  const { me, draft } = await begun();
  await world.engine.portal.continue(me, { subject: 'name', profile: { familyName: 'Typed' } });
  expect(await draft()).toBeUndefined();
});
