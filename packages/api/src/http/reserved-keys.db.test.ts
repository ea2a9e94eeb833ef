import { newId, showId } from '@gatehouse/domain';
import { createdCustomer } from '@gatehouse/engine/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PORTAL_COOKIE } from './identities.ts';
import { serveWorld } from './served.testing.ts';

let served: Awaited<ReturnType<typeof serveWorld>>;
let customer: string;
let cookie: string;

/** Names that version 0.1.0 accepted and superjson does not write. */
const STORED = '{"constructor":"x","prototype":"y","colour":"z"}';

beforeAll(async () => {
  served = await serveWorld({ staff: 'auditor' });
  const { world } = served;
  customer = await createdCustomer(world);
  await world.engine.customers.setMetadata(world.app, { customerId: customer, metadata: JSON.parse(STORED) });
  const link = await world.engine.portalLinks.create(world.app, { customerId: customer });
  cookie = `${PORTAL_COOKIE}=${(await world.engine.portal.open(link.url.split('/p/')[1] ?? '')).token}`;
  const [row] = await world.owner`select data_key, key_id from customer where id = ${customer}`;
  const sealed = world.deps.vault.unwrap(row?.data_key, row?.key_id).seal('draft', JSON.parse(STORED));
  for (const subject of ['constructor', '__proto__'])
    await world.owner`insert into draft (tenant_id, id, customer_id, subject, sealed, based_on_version, updated_at)
      values (${world.app.tenantId}, ${newId()}, ${customer}, ${subject}, ${sealed}, 0, now())`;
});
afterAll(() => served.close());

async function ask(path: string, input: unknown, { headers, raw }: { headers?: object; raw?: string } = {}) {
  const { key, url } = served;
  const answer = await fetch(`${url}/api/trpc/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: raw ?? JSON.stringify({ json: input }),
  });
  const body = await answer.text();
  const { result, error } = JSON.parse(body);
  return { status: answer.status, body, json: result?.data.json, message: error?.json.message };
}

test('stored keys are answered unchanged: alone, in a list, after an update, at the desk', async () => {
  const customerId = showId('customer', customer);
  const updated = await ask('customers.update', { customerId, profile: { givenNames: 'Berta' } });
  expect(updated).toMatchObject({ status: 200, json: { metadata: JSON.parse(STORED) } });
  expect(await ask('customers.get', { customerId })).toMatchObject({ json: { metadata: JSON.parse(STORED) } });
  const listed = await ask('customers.list', {});
  expect(listed).toMatchObject({ status: 200, json: { items: [{ metadata: JSON.parse(STORED) }] } });
  const found = await ask('desk.cases.get', { customerId }, { headers: { authorization: '' } });
  expect(found).toMatchObject({ status: 200 });
});

test('drafts of a session are answered unchanged, under every subject', async () => {
  const { status, body } = await ask('portal.session', undefined, {
    headers: { authorization: '', cookie, origin: served.url },
  });
  expect(status).toBe(200);
  for (const subject of ['constructor', '__proto__']) expect(body).toContain(`"${subject}":{"values":${STORED}`);
});

test('such names can no longer be stored, and the refusal says so', async () => {
  const customerId = showId('customer', customer);
  const own = { headers: { authorization: '', cookie, origin: served.url } };
  for (const key of ['constructor', 'prototype', '__proto__']) {
    const record = JSON.parse(`{${JSON.stringify(key)}:"x"}`);
    for (const refused of [
      await ask('customers.create', { type: 'INDIVIDUAL', metadata: record }),
      await ask('customers.setMetadata', { customerId, metadata: record }),
      await ask('portal.save', { subject: 'name', values: record }, own),
      await ask('portal.save', { subject: key, values: {} }, own),
    ])
      expect(refused).toMatchObject({ status: 400, message: expect.stringContaining('reserved. Use another.') });
  }
  expect(await ask('customers.get', { customerId })).toMatchObject({ json: { metadata: JSON.parse(STORED) } });
});

/** Names that are special in JavaScript, superjson or JSON, and unusual ones. */
const HOSTILE = [
  ...Object.getOwnPropertyNames(Object.prototype).filter((key) => !['constructor', '__proto__'].includes(key)),
  ...'toJSON then json meta values referentialEqualities length name null undefined'.split(' '),
  ...'a.b a\\.b a\\ . 0 -1 1e3 9007199254740993 [0] " a\u202eb ключ 🔑'.split(' '),
  'k'.repeat(40),
];
const record = Object.fromEntries(HOSTILE.map((key, index) => [key, `value ${index}`]));

test('every other name is kept unchanged, alone and in a list, in a record and in a draft', async () => {
  const made = await ask('customers.create', { type: 'INDIVIDUAL', metadata: record });
  expect(made).toMatchObject({ status: 200, json: { metadata: record } });
  const customerId = made.json.id;
  expect((await ask('customers.get', { customerId })).json.metadata).toEqual(record);
  const { json } = await ask('customers.list', {});
  expect(json.items.find(({ id }: { id: string }) => id === customerId).metadata).toEqual(record);
  const own = { headers: { authorization: '', cookie, origin: served.url } };
  for (const subject of ['toString', 'toJSON', 'then', '0', '-1', 'hasOwnProperty', 'k'.repeat(80)]) {
    const values = { ...record, '': true, ['k'.repeat(60)]: null };
    expect(await ask('portal.save', { subject, values }, own)).toMatchObject({ status: 200 });
    expect((await ask('portal.session', undefined, own)).json.drafts[subject].values).toEqual(values);
  }
});

test('the number of fields in a draft is limited', async () => {
  const values = Object.fromEntries(Array.from({ length: 101 }, (_, field) => [`field${field}`, 'x']));
  const own = { headers: { authorization: '', cookie, origin: served.url } };
  expect(await ask('portal.save', { subject: 'name', values }, own)).toMatchObject({ status: 400 });
});

test.each([
  { values: { 'metadata.a': ['set'] } },
  { values: { 'metadata.constructor': ['undefined'] } },
  { values: { 'metadata.__proto__.polluted': ['undefined'] } },
  { values: { metadata: [['class', 'Object']] } },
  { referentialEqualities: { type: ['metadata.constructor'] } },
  { referentialEqualities: { type: ['metadata.constructor.prototype.polluted'] } },
  { referentialEqualities: { type: ['metadata.__proto__.polluted'] } },
  { referentialEqualities: { metadata: ['metadata.a'] } },
])('what stands beside the input neither stores such a name nor reaches what all objects have: %j', async (meta) => {
  const raw = JSON.stringify({ json: { type: 'INDIVIDUAL', metadata: { a: 'x' } }, meta });
  expect(await ask('customers.create', undefined, { raw })).toMatchObject({ status: 400 });
  expect(Object.prototype).not.toHaveProperty('polluted');
});

test('undefined values are treated as absent', async () => {
  const raw = JSON.stringify({
    json: { type: 'INDIVIDUAL', email: null, metadata: { a: 'x', b: null } },
    meta: { values: { email: ['undefined'], 'metadata.b': ['undefined'] } },
  });
  const made = await ask('customers.create', undefined, { raw });
  expect(made).toMatchObject({ status: 200, json: { email: null, metadata: { a: 'x' } } });
});

test.each(['constructor', '__proto__', 'toString', 'customers.constructor', 'customers.__proto__', 'then'])(
  'there is no procedure named %s',
  async (path) => {
    expect(await ask(path, {})).toMatchObject({ status: 404 });
  },
);

test('no faults were logged', () => expect(served.faults).toEqual([]));
