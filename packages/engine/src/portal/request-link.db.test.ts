import { LIMITS, newId } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createdCustomer } from '../testing/customers.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const network = () => newId();
const emailsTo = async (customerId: string) =>
  (await world.sql`select from mail where customer_id = ${customerId} and kind = 'portalLink'`).length;
async function known(): Promise<{ address: string; customerId: string }> {
  const address = `${newId()}@customer.example`;
  return { address, customerId: await createdCustomer(world, { email: address }) };
}
/** Counts the rows that a request writes, by table. */
async function written(ask: () => Promise<unknown>): Promise<Record<string, number>> {
  const count = () => world.owner<{ table: string; rows: number }[]>`
    select relname as "table", (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', relname), false, true, '')))[1]::text::int as rows
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  const before = new Map((await count()).map(({ table, rows }) => [table, rows]));
  await ask();
  const after = await count();
  return Object.fromEntries(
    after.map(({ table, rows }) => [table, rows - (before.get(table) ?? 0)] as const).filter(([, more]) => more !== 0),
  );
}

test('a request for a known and for an unknown address writes the same rows', async () => {
  const { address, customerId } = await known();
  const same = { link_request: 1, rate_limit: 2 };
  expect(await written(() => world.engine.portalLinks.request(address, network()))).toEqual(same);
  expect(await written(() => world.engine.portalLinks.request('nobody@customer.example', network()))).toEqual(same);
  const [waiting] = await world.owner<{ sealed: Buffer }[]>`select sealed from link_request`;
  expect(waiting?.sealed.toString('latin1')).not.toContain(address);

  expect(await world.engine.work.sendRequestedLinks()).toBe(2);
  expect(await emailsTo(customerId)).toBe(1);
  expect(await world.engine.work.sendRequestedLinks()).toBe(0);
});

test('of thirty simultaneous requests for one address one is accepted, from any number of networks', async () => {
  const { address, customerId } = await known();
  const asked = Array.from({ length: 30 }, () =>
    world.engine.portalLinks.request(` ${address.toUpperCase()} `, network()),
  );
  const refused = (await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(29);
  expect(refused[0]).toMatchObject({ reason: { code: 'TOO_MANY_REQUESTS', data: { retryAfter: 300 } } });
  await world.engine.work.sendRequestedLinks();
  expect(await emailsTo(customerId)).toBe(1);
  world.clock.advance(LIMITS['link.address'].window);
  await world.engine.portalLinks.request(address, network());
  await world.engine.work.sendRequestedLinks();
  expect(await emailsTo(customerId)).toBe(2);
});

test('of two hundred requests from one network as many are accepted as the limit allows', async () => {
  const here = network();
  const asked = Array.from({ length: 200 }, () =>
    world.engine.portalLinks.request(`${newId()}@customer.example`, here),
  );
  const taken = (await Promise.allSettled(asked)).filter(({ status }) => status === 'fulfilled');
  expect(taken).toHaveLength(LIMITS['link.network'].max);
});

test('links made by apps do not count towards the limit of emails, and a tenant’s emails are limited', async () => {
  const { address, customerId } = await known();
  await world.engine.portalLinks.create(world.app, { customerId });
  // The emails of earlier tests no longer count.
  world.clock.advance(LIMITS['link.tenant'].window);
  await world.engine.limits.spend({
    limit: 'link.tenant',
    of: world.app.tenantId,
    amount: LIMITS['link.tenant'].max - 2,
  });
  await world.engine.portalLinks.request(address, network());
  await world.engine.work.sendRequestedLinks();
  expect(await emailsTo(customerId)).toBe(1);
  const other = await known();
  for (const each of [await known(), other]) await world.engine.portalLinks.request(each.address, network());
  await world.engine.work.sendRequestedLinks();
  expect(await emailsTo(other.customerId)).toBe(0);
});
