import { newId } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMPLETE_PROFILE, createdCustomer, idOf } from '../testing/customers.ts';
import { codeOf, refusalOf } from '../testing/refusals.ts';
import { createWorld, portalOf, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ connections: 20 });
});
afterAll(() => world.close());

const INDIVIDUAL = { type: 'INDIVIDUAL' } as const;
const create = (input: object = {}, app = world.app) => world.engine.customers.create(app, { ...INDIVIDUAL, ...input });
const email = () => `${newId()}@customer.example`;

test('a new customer is CREATED at version 0 with its first event', async () => {
  const made = await create({
    email: 'ada@customer.example',
    externalId: 'app-1',
    metadata: { plan: 'gold' },
    profile: { givenNames: 'Ada' },
  });
  expect(made).toMatchObject({
    customerStatus: 'CREATED',
    version: 0,
    sequence: 1,
    displayName: 'Ada',
    metadata: { plan: 'gold' },
    profile: { givenNames: 'Ada' },
  });
  expect(made.access).toEqual(['viewProfile', 'updateProfile', 'uploadDocuments']);
  expect(made.missing.length).toBeGreaterThan(5);
});

test('a second customer with the same address is refused in the same tenant only', async () => {
  const address = email();
  await create({ email: address });
  expect(await codeOf(create({ email: address }))).toBe('EMAIL_TAKEN');
  await create({ email: address }, world.liveApp);
  await create({ email: address }, world.foreignApp);
});

test('simultaneous creations with one address make one customer', async () => {
  for (let round = 0; round < 10; round += 1) {
    const address = email();
    const made = await Promise.allSettled([1, 2, 3, 4].map(() => create({ email: address })));
    expect(made.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    for (const each of made) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'EMAIL_TAKEN' });
  }
});

test('archiving frees an address, also for updates', async () => {
  const address = email();
  const first = await create({ email: address });
  await world.engine.customers.archive(world.app, { customerId: idOf('customer', first.id) });
  const second = await create({ email: address });
  const third = await create({ email: email() });
  const taking = { customerId: idOf('customer', third.id), email: address };
  expect(await codeOf(world.engine.customers.update(world.app, taking))).toBe('EMAIL_TAKEN');
  await world.engine.customers.update(world.app, { customerId: idOf('customer', second.id), email: null });
  expect((await world.engine.customers.update(world.app, taking)).email).toBe(address);
});

test('an external id is unique per tenant, including archived customers', async () => {
  const externalId = newId();
  const first = await create({ externalId });
  expect(await codeOf(create({ externalId }))).toBe('EXTERNAL_ID_TAKEN');
  await create({ externalId }, world.liveApp);
  await world.engine.customers.archive(world.app, { customerId: idOf('customer', first.id) });
  expect(await codeOf(create({ externalId }))).toBe('EXTERNAL_ID_TAKEN');
});

test.each(['2999-01-01', '2015-01-01', '0090-01-01'])('a birth date of %s is refused at once', async (birthDate) => {
  const { id } = await create({});
  const issues = [{ path: 'profile.birthDate' }];
  for (const refused of [
    create({ profile: { ...COMPLETE_PROFILE, birthDate } }),
    world.engine.customers.update(world.app, { customerId: idOf('customer', id), profile: { birthDate } }),
  ])
    expect(await refusalOf(refused)).toMatchObject({ code: 'INVALID_INPUT', data: { issues } });
});

test('a name with bidirectional characters is stored unchanged and cannot reorder the surrounding text', async () => {
  const made = await create({ profile: { givenNames: 'Ana \u202egnp', familyName: 'Specimen' } });
  expect(made.displayName).toBe('Ana gnp Specimen');
  expect(made.profile.givenNames).toBe('Ana \u202egnp');
});

test('an archived customer can be neither changed nor submitted', async () => {
  const id = await createdCustomer(world);
  const document = await world.engine.documents.create(world.app, { customerId: id, kind: 'PASSPORT', side: 'FRONT' });
  await world.engine.customers.archive(world.app, { customerId: id });
  const calls = [
    world.engine.customers.update(world.app, { customerId: id, profile: { givenNames: 'Eve' } }),
    world.engine.customers.update(world.app, { customerId: id, declare: true }),
    world.engine.documents.create(world.app, { customerId: id, kind: 'PASSPORT', side: 'FRONT' }),
    world.engine.documents.receive(world.app, idOf('document', document.id), new Uint8Array(20_000)),
    world.engine.portalLinks.create(world.app, { customerId: id }),
    world.engine.portalLinks.create(world.app, { customerId: id, sendTo: 'email' }),
    world.engine.portal.handOver(portalOf(world.app, id)),
  ];
  expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => 'UPDATE_NOT_ALLOWED'));
  const again = await world.engine.customers.archive(world.app, { customerId: id });
  expect(again.archivedAt).not.toBeNull();
  const { items } = await world.engine.customers.list(world.app, { limit: 100 });
  expect(items.map((item) => idOf('customer', item.id))).not.toContain(id);
});
