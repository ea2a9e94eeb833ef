import { newId } from '@gatehouse/domain';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { link } from '../record/audit-chain.ts';
import { createdCustomer, rowOf } from '../testing/customers.ts';
import { bytes } from '../testing/forge.ts';
import { RAW_SESSIONS } from '../testing/raw-sessions.ts';
import { databaseSays } from '../testing/refusals.ts';
import { createWorld, type World } from '../testing/world.ts';
import { sealAllHeads, sealHeads } from './seal.ts';

let world: World;
let sql: Sql;
let customerId: string;

const BEFORE = /begins open, and at the beginning/;
const begin = (columns = '', values = '') =>
  sql.unsafe(
    `insert into public.audit_run (id, kind, started_at${columns}) values ('${newId()}', 'VERIFY', now()${values})`,
  );
const progress = (set: string) => sql.unsafe(`update public.audit_run set ${set} where ended_at is null`);

describe.each(Object.entries(RAW_SESSIONS))('%s', (_, openSession) => {
  beforeAll(async () => {
    world = await createWorld();
    customerId = await createdCustomer(world);
    await sealAllHeads(world.deps);
    sql = await openSession(world);
  });
  afterAll(async () => {
    await sql.end();
    await world.close();
  });

  test.each([
    ['ended now', ', ended_at', ', now()'],
    ['ended in the past', ', ended_at', `, '2000-01-01'`],
    ['ended in the future', ', ended_at', `, '2099-01-01'`],
    ['at the end of all records', ', cursor_tenant_id, cursor_customer_id', `, '${newId()}', '${newId()}'`],
    ['beyond the seals', ', seals', ', 1'],
    ['with records', ', records', ', 2147483647'],
    ['with breaks', ', broken', ', -1'],
  ])('a run cannot be inserted %s', async (_name, columns, values) => {
    expect(await databaseSays(begin(columns, values))).toMatch(BEFORE);
  });

  test.each([
    ['seals = 2', /only seals that stand/],
    ['seals = 1', /only seals that stand/],
    [`seals = 1, seal_hash = sha256('')`, /only seals that stand/],
    ['records = -1', /goes forward/],
    ['seals = -1', /goes forward/],
  ])('an open run cannot be updated to %s', async (set, refusal) => {
    await world.owner`delete from audit_run where ended_at is null`;
    await begin();
    expect(await databaseSays(progress(set))).toMatch(refusal);
  });

  test('a run only advances, and ends once', async () => {
    await world.owner`delete from audit_run where ended_at is null`;
    await begin();
    const [low, high] = ['0'.repeat(8), 'f'.repeat(8)].map((head) => `'${head}-0000-0000-0000-000000000000'`);
    await progress(`cursor_tenant_id = ${high}, cursor_customer_id = ${high}`);
    const back = progress(`cursor_tenant_id = ${low}, cursor_customer_id = ${low}`);
    expect(await databaseSays(back)).toMatch(/goes forward/);
    await progress('ended_at = now()');
    for (const set of [`ended_at = '2099-01-01'`, 'ended_at = null', 'records = 9', 'broken = 0'])
      expect(await databaseSays(sql.unsafe(`update public.audit_run set ${set}`))).toMatch(/ends once/);
  });

  /** A handmade leaf for the next seal. */
  const leaf = (of: string, position: number, head: Uint8Array | null) =>
    `insert into public.audit_seal_leaf (seal, tenant_id, customer_id, position, head)
     select max(number) + 1, '${world.app.tenantId}', '${of}', ${position}, ${bytes(head)} from public.audit_seal`;

  test('a leaf must be the head of a record that changed since its last seal', async () => {
    const moved = await createdCustomer(world);
    const { auditHead: head } = await rowOf(world, moved);
    const { auditHead: sealed } = await rowOf(world, customerId);
    for (const lie of [
      leaf(newId(), 1, head),
      leaf(moved, 2, head),
      leaf(moved, 1, link(head, 'x')),
      // This head is already sealed.
      leaf(customerId, 1, sealed),
    ])
      expect(await databaseSays(sql.unsafe(lie))).toMatch(/head of a record that moved/);
    const heldBack = sql.begin('isolation level repeatable read', (tx) => tx.unsafe(leaf(moved, 1, head)));
    expect(await databaseSays(heldBack)).toMatch(/head of a record that moved/);
    // An entry with a successor is not the head.
    await world.engine.customers.setMetadata(world.app, { customerId: moved, metadata: {} });
    expect(await databaseSays(sql.unsafe(leaf(moved, 1, head)))).toMatch(/head of a record that moved/);
  });

  test('a seal needs leaves and covers exactly those', async () => {
    const [last] = await world.sql<
      { number: number; hash: Buffer }[]
    >`select number, hash from audit_seal order by number desc limit 1`;
    const seal = (leaves: number) =>
      `insert into public.audit_seal (number, leaves, root, body, previous, hash, at)
       values (${(last?.number ?? 0) + 1}, ${leaves}, sha256(''), '{}', ${bytes(last?.hash ?? null)}, ${bytes(link(last?.hash ?? null, '{}'))}, now())`;
    for (const leaves of [0, 5]) expect(await databaseSays(sql.unsafe(seal(leaves)))).toMatch(/covers the heads/);
  });
});

test('heads are sealed under every default isolation level of the role', async () => {
  world = await createWorld();
  const id = await createdCustomer(world);
  const stubborn = postgres(world.databaseUrl, {
    max: 4,
    connection: { default_transaction_isolation: 'serializable' },
  });
  expect(await sealAllHeads({ ...world.deps, sql: stubborn })).toMatchObject({ seal: 1, leaves: 1 });
  await world.engine.customers.setMetadata(world.app, { customerId: id, metadata: {} });
  world.clock.advance(11 * 60_000);
  expect(await sealHeads({ ...world.deps, sql: stubborn })).toMatchObject({ seal: 2, leaves: 1 });
  await stubborn.end();
  await world.close();
});

test('a counter at its column’s maximum does not abort a run', async () => {
  world = await createWorld();
  await world.engine.work.verifyNext();
  world.clock.advance(11 * 60_000);
  await world.sql`insert into audit_run (id, kind, started_at) values (${newId()}, 'VERIFY', ${world.deps.now()})`;
  await world.sql`update audit_run set records = 2147483647, broken = 2147483647 where ended_at is null`;
  await createdCustomer(world);
  await world.owner`alter table audit_entry disable trigger user`;
  await world.owner`update audit_entry set body = body || ' '`;
  expect(await world.engine.work.verifyNext()).toHaveLength(1);
  expect(await world.sql`select from audit_run where ended_at is null`).toHaveLength(0);
  await world.close();
});
