import { newId, showId } from '@gatehouse/domain';
import { createdCustomer } from '@gatehouse/engine/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PORTAL_COOKIE } from './identities.ts';
import { serveWorld } from './served.testing.ts';

let served: Awaited<ReturnType<typeof serveWorld>>;
let customer: string;
let cookie: string;

/** What version 0.1.0 took: names that superjson does not write. */
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

test('what is stored already is answered as it stands: alone, in a list, after an update, at the desk', async () => {
  const customerId = showId('customer', customer);
  const updated = await ask('customers.update', { customerId, profile: { givenNames: 'Berta' } });
  expect(updated).toMatchObject({ status: 200, json: { metadata: JSON.parse(STORED) } });
  expect(await ask('customers.get', { customerId })).toMatchObject({ json: { metadata: JSON.parse(STORED) } });
  const listed = await ask('customers.list', {});
  expect(listed).toMatchObject({ status: 200, json: { items: [{ metadata: JSON.parse(STORED) }] } });
  const found = await ask('desk.cases.get', { customerId }, { headers: { authorization: '' } });
  expect(found).toMatchObject({ status: 200 });
});

test('and so are the drafts of a session, under every subject', async () => {
  const { status, body } = await ask('portal.session', undefined, {
    headers: { authorization: '', cookie, origin: served.url },
  });
  expect(status).toBe(200);
  for (const subject of ['constructor', '__proto__']) expect(body).toContain(`"${subject}":{"values":${STORED}`);
});

test('nothing of it can be stored any more, and the refusal says so', async () => {
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

test('none of it was a fault', () => expect(served.faults).toEqual([]));
