import { compile } from '@gatehouse/db';
import { newId, type WebhookEvent } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCustomer } from '../record/load.ts';
import { prepare } from '../record/prepare.ts';
import { createdCustomer, idOf } from '../testing/customers.ts';
import { codeOf, refusalOf } from '../testing/refusals.ts';
import { customerIn } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ connections: 24 });
});
afterAll(() => world.close());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const write = (customerId: string, n: number) =>
  world.engine.customers.setMetadata(world.app, { customerId, metadata: { n: String(n) } });

/** Writes one event in a transaction that stays open for a while before it commits. */
async function writeSlowly(customerId: string, milliseconds: number): Promise<void> {
  const record = await loadCustomer(world.deps, world.app.tenantId, customerId);
  const { head, writes } = prepare(record, world.app, {
    events: [{ type: 'customer.updated' }],
    audit: [{ action: 'customer.metadata_set' }],
  });
  const { text, params } = compile(head, writes);
  await world.sql.begin(async (tx) => {
    const [written] = await tx.unsafe<{ moved: number }[]>(text, params as never[]);
    expect(written?.moved).toBe(1);
    await pause(milliseconds);
  });
}

const shownIn = (events: readonly WebhookEvent[]) => events.map((event) => event.id);
const storedIds = async () =>
  (await world.sql<{ body: string }[]>`select body from event where tenant_id = ${world.app.tenantId}`).map(
    (row) => (JSON.parse(row.body) as WebhookEvent).id,
  );

test('a customer’s events are numbered without a gap under simultaneous writes', async () => {
  const id = await createdCustomer(world);
  await Promise.all(Array.from({ length: 60 }, (_, n) => write(id, n)));
  const rows = await world.sql`select sequence from event where customer_id = ${id} order by sequence`;
  expect(rows.map((row) => row.sequence)).toEqual(Array.from({ length: 61 }, (_, n) => n + 1));
  const { items, completeThrough } = await world.engine.events.list(world.app, { customerId: id, limit: 100 });
  expect(items.map((event) => event.sequence)).toEqual(rows.map((row) => row.sequence));
  expect(completeThrough).toBe(61);
});

test('a reader with a cursor misses and repeats no event while others write and one commits late', async () => {
  const customers = await Promise.all(Array.from({ length: 12 }, () => createdCustomer(world)));
  const slow = await Promise.all(Array.from({ length: 3 }, () => createdCustomer(world)));
  let writing = true;
  const writers = customers.map(async (id, index) => {
    for (let n = 0; n < 15; n += 1) {
      await write(id, n);
      await pause((index * 7 + n * 3) % 11);
    }
  });
  // These begin early and commit late: a reader ordered by ids or times would miss them.
  const lingering = slow.map((id, index) => writeSlowly(id, 150 + index * 250));
  const everyone = Promise.all([...writers, ...lingering]).then(() => {
    writing = false;
  });

  const read: WebhookEvent[] = [];
  let cursor: string | null = null;
  for (let quiet = 0; quiet < 3; ) {
    const page: Awaited<ReturnType<typeof world.engine.events.list>> = await world.engine.events.list(world.app, {
      limit: 7,
      ...(cursor ? { cursor } : {}),
    });
    read.push(...page.items);
    cursor = page.cursor;
    if (page.items.length === 0) await pause(20);
    // Another database of the same server may hold a transaction open for a moment, so the test waits for the end.
    if (!writing && page.items.length === 0 && read.length >= (await storedIds()).length) quiet += 1;
  }
  await everyone;

  expect(new Set(shownIn(read)).size).toBe(read.length);
  expect(shownIn(read).sort()).toEqual((await storedIds()).sort());
  const perCustomer = Map.groupBy(read, (event) => ('customerId' in event.data ? event.data.customerId : ''));
  for (const events of perCustomer.values())
    expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1));
});

test('an uncommitted event holds back later ones', async () => {
  const [early, late] = [await createdCustomer(world), await createdCustomer(world)];
  const open = writeSlowly(early, 400);
  await pause(100);
  await write(late, 1);
  const all = async () => {
    const { items } = await world.engine.events.list(world.app, { limit: 1000 });
    return items.filter((event) => 'customerId' in event.data && idOf('customer', event.data.customerId) === late)
      .length;
  };
  expect(await all()).toBe(1);
  await open;
  // Another database of the same server may hold a transaction open for a moment.
  await expect.poll(all, { timeout: 15_000 }).toBe(2);
});

test('transaction ids are ordered as numbers, also when they gain a digit', async () => {
  const ids = [
    await createdCustomer(world, { app: world.foreignApp }),
    await createdCustomer(world, { app: world.foreignApp }),
  ];
  // The ids of a new server's first thousand transactions are unused, so the test can take them.
  await world.owner`update event set xid = '99' where customer_id = ${ids[0] ?? ''}`;
  await world.owner`update event set xid = '100' where customer_id = ${ids[1] ?? ''}`;
  const first = await world.engine.events.list(world.foreignApp, { limit: 1 });
  const second = await world.engine.events.list(world.foreignApp, { limit: 1, cursor: first.cursor ?? '' });
  const shown = [...first.items, ...second.items].map((event) =>
    'customerId' in event.data ? idOf('customer', event.data.customerId) : '',
  );
  expect(shown).toEqual(ids);
});

test('reads after a sequence and by type, and refuses a forged cursor', async () => {
  const id = await customerIn(world, 'ACTIVE');
  const all = (await world.engine.events.list(world.app, { customerId: id, limit: 100 })).items;
  const rest = await world.engine.events.list(world.app, { customerId: id, afterSequence: 2, limit: 2 });
  expect(shownIn(rest.items)).toEqual(shownIn(all.slice(2, 4)));
  expect(rest).toMatchObject({ hasMore: true, completeThrough: 4 });
  const moved = await world.engine.events.list(world.app, {
    customerId: id,
    type: 'customer.status_changed',
    limit: 10,
  });
  expect(moved.items.map((event) => event.data)).toMatchObject([
    { customerStatus: 'UNDER_REVIEW' },
    { customerStatus: 'ACTIVE' },
  ]);
  const { cursor: kept } = await world.engine.events.list(world.app, {
    customerId: id,
    type: 'customer.created',
    limit: 9,
  });
  const later = { customerId: id, type: 'customer.created', cursor: kept ?? '', limit: 9 } as const;
  expect(await world.engine.events.list(world.app, later)).toMatchObject({ items: [], cursor: kept, hasMore: false });
  for (const cursor of [kept ?? '', '', 'x', btoa('[1]'), btoa(`["1; drop table event","${id}"]`)])
    expect(await codeOf(world.engine.events.list(world.app, { cursor, limit: 5 }))).toBe('INVALID_INPUT');
});

test('an event has the same content in the list and by id', async () => {
  const id = await createdCustomer(world);
  const { items } = await world.engine.events.list(world.app, { customerId: id, limit: 1 });
  const [row] = await world.sql`select id, body from event where customer_id = ${id}`;
  expect(await world.engine.events.get(world.app, row?.id)).toEqual(items[0]);
  expect(JSON.parse(row?.body)).toEqual(items[0]);
});

test('an empty page needs an existing customer', async () => {
  const id = await createdCustomer(world);
  const read = (customerId: string, app = world.app) => world.engine.events.list(app, { customerId, limit: 5 });
  const after = { customerId: id, afterSequence: 1, limit: 5 };
  expect(await world.engine.events.list(world.app, after)).toMatchObject({ items: [], completeThrough: 1 });
  expect(await codeOf(read(newId()))).toBe('NOT_FOUND');
  expect(await codeOf(read(id, world.foreignApp))).toBe('NOT_FOUND');
  expect(await codeOf(read(id, world.liveApp))).toBe('NOT_FOUND');
});

test('a sequence without a customer is refused', async () => {
  const refusal = await refusalOf(world.engine.events.list(world.app, { afterSequence: 1, limit: 5 }));
  expect(refusal).toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: 'customerId' }] } });
});
