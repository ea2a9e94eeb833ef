import { type AuditBreak, newId, type Seal } from '@gatehouse/domain';
import { beforeEach, expect, test } from 'vitest';
import { createdCustomer } from '../testing/customers.ts';
import { RAW_SESSIONS } from '../testing/raw-sessions.ts';
import { cutOffEntry, liftGuards, rewriteChain } from '../testing/tampering.ts';
import { createWorld, type World } from '../testing/world.ts';
import { auditReport } from './report.ts';
import { sealAllHeads } from './seal.ts';
import { verifyAll } from './verify.ts';

let world: World;
let ids: string[];
let seals: Seal[];
/** Two seals over five records. One of them changes between the seals. */
beforeEach(async () => {
  world = await createWorld();
  ids = [];
  for (let n = 0; n < 5; n += 1) ids.push(await createdCustomer(world));
  const first = await sealAllHeads(world.deps);
  await claimed(ids[1] ?? '');
  const second = await sealAllHeads(world.deps);
  if (!first || !second) throw new Error('Heads moved, so there must be seals.');
  seals = [first, second];
  return () => world.close();
});

const claimed = (customerId: string) =>
  world.engine.desk.assign(world.staff.reviewer, { customerId, staffId: world.staff.reviewer.staffId });
const customer = (n: number): string => ids[n] ?? '';
async function everythingFound(): Promise<readonly AuditBreak[]> {
  const breaks: AuditBreak[] = [];
  await verifyAll(world.deps, (piece) => breaks.push(...piece.breaks));
  expect([...(await auditReport(world.deps)).breaks]).toEqual(expect.arrayContaining(breaks));
  return breaks;
}
const brokenRecord = (n: number, what: string, position: number) => ({
  what,
  tenantId: world.app.tenantId,
  customerId: customer(n),
  position,
});

test('a seal covers the changed heads and links to the previous seal; verifying finds no break', async () => {
  expect(seals).toMatchObject([
    { seal: 1, leaves: 5, previous: null },
    { seal: 2, leaves: 1, previous: seals[0]?.hash },
  ]);
  expect(await sealAllHeads(world.deps)).toBeNull();
  expect(await everythingFound()).toEqual([]);
  expect(await auditReport(world.deps)).toMatchObject({
    verified: { records: 5, seals: 2 },
    broken: 0,
    seal: { number: 2, hash: seals[1]?.hash },
  });
});

test('a cut-off last entry with a moved head is found by the seal', async () => {
  await liftGuards(world);
  await cutOffEntry(world.owner, customer(1));
  expect(await everythingFound()).toEqual([brokenRecord(1, 'SEALED', 2)]);
});

test('it is also found after another seal', async () => {
  await liftGuards(world);
  await cutOffEntry(world.owner, customer(1));
  expect(await sealAllHeads(world.deps)).toMatchObject({ seal: 3, leaves: 1 });
  expect(await everythingFound()).toEqual([brokenRecord(1, 'SEALED', 2)]);
});

test('a rewritten chain with correct hashes is found by the seal', async () => {
  await liftGuards(world);
  await rewriteChain(world.owner, customer(1), (body) => body.replace('"from":null', '"from":""'));
  expect(await everythingFound()).toEqual([brokenRecord(1, 'SEALED', 2)]);
});

test('a record removed with all its rows is found by the seal', async () => {
  await liftGuards(world);
  for (const table of ['audit_entry', 'profile', 'event'])
    await world.owner`delete from ${world.owner(table)} where customer_id = ${customer(4)}`;
  await world.owner`delete from customer where id = ${customer(4)}`;
  expect(await everythingFound()).toEqual([brokenRecord(4, 'REMOVED', 1)]);
});

test.each([
  ['a leaf that was changed', `update audit_seal_leaf set position = 9 where seal = 2`, 2],
  ['a leaf that was taken out', `delete from audit_seal_leaf where seal = 2`, 2],
  ['a seal that was taken out', `delete from audit_seal where number = 1`, 1],
  [
    'a seal that says something else',
    `update audit_seal set body = replace(body, '"leaves":5', '"leaves":4') where number = 1`,
    1,
  ],
  ['an edited column of a seal', `update audit_seal set at = at - interval '1 day' where number = 1`, 1],
  ['an edited root', `update audit_seal set root = sha256('') where number = 2`, 2],
  ['an edited hash', `update audit_seal set hash = sha256('') where number = 1`, 1],
])('%s is found', async (_, statement, seal) => {
  await liftGuards(world);
  await world.owner.unsafe(statement);
  expect(await everythingFound()).toContainEqual({ what: 'SEAL', seal });
});

test.each(Object.entries(RAW_SESSIONS))(
  '%s can only append seals, and cannot add leaves to a closed one',
  async (_, open) => {
    const sql = await open(world);
    const leaf = { seal: 2, tenant_id: newId(), customer_id: newId(), position: 1, head: Buffer.alloc(32) };
    const [seal] = await world.owner`select * from audit_seal where number = 2`;
    await expect(sql`insert into public.audit_seal_leaf ${sql(leaf)}`).rejects.toMatchObject({ code: 'GH001' });
    for (const forged of [
      { number: 4 },
      { number: 3, previous: null },
      { number: 3, previous: seal?.hash, body: '{}' },
    ])
      await expect(sql`insert into public.audit_seal ${sql({ ...seal, ...forged })}`).rejects.toMatchObject({
        code: 'GH001',
      });
    await sql.end();
  },
);

test('several workers share the pieces of a run without sealing or verifying anything twice', async () => {
  await createdCustomer(world);
  world.clock.advance(11 * 60_000);
  const at = () => Promise.all(Array.from({ length: 4 }, () => world.engine.work.sealHeads()));
  expect((await at()).filter(Boolean)).toMatchObject([{ seal: 3, leaves: 1 }]);
  expect((await at()).filter(Boolean)).toEqual([]);
  await Promise.all(Array.from({ length: 4 }, () => world.engine.work.verifyNext()));
  const runs =
    await world.sql`select records, seals, broken, ended_at is not null as ended from audit_run where kind = 'VERIFY'`;
  expect(runs).toMatchObject([{ records: 6, seals: 3, broken: 0, ended: true }]);
});

test('the schedule reports tampering until it is undone', async () => {
  await liftGuards(world);
  await world.owner`update audit_entry set body = body || ' ' where customer_id = ${customer(2)}`;
  expect(await world.engine.work.verifyNext()).toEqual([brokenRecord(2, 'CHAIN', 1)]);
  expect(await world.engine.work.verifyNext()).toEqual([]);
  expect(await auditReport(world.deps)).toMatchObject({ broken: 1, breaks: [brokenRecord(2, 'CHAIN', 1)] });
  await world.owner`update audit_entry set body = rtrim(body) where customer_id = ${customer(2)}`;
  world.clock.advance(11 * 60_000);
  expect(await world.engine.work.verifyNext()).toEqual([]);
  expect(await auditReport(world.deps)).toMatchObject({ broken: 0, breaks: [] });
});

test.each([
  ['ended', '2099-01-01', '2099-01-01', null],
  ['open', '2099-01-01', null, 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
])('a run dated in the future that is %s does not delay sealing or verifying', async (_, started, ended, cursor) => {
  await liftGuards(world);
  await world.owner`update audit_entry set body = body || ' ' where customer_id = ${customer(2)}`;
  const forge = () => world.sql`
    insert into audit_run (id, kind, started_at, ended_at, cursor_tenant_id, cursor_customer_id, seals)
    select ('ffffffff-ffff-4fff-bfff-fffffffffff' || n)::uuid, kind, ${started}::timestamptz, ${ended}::timestamptz,
      ${cursor}::uuid, ${cursor}::uuid, 2
    from unnest(array['SEAL', 'VERIFY']) with ordinality run (kind, n)`;
  const forget = () => world.owner`delete from audit_run where id::text like 'ffffffff%'`;
  await forge();
  await claimed(customer(3));
  world.clock.advance(11 * 60_000);
  expect(await world.engine.work.sealHeads()).toMatchObject({ seal: 3, leaves: 1 });
  expect(await world.engine.work.verifyNext()).toEqual([brokenRecord(2, 'CHAIN', 1)]);
  expect(await auditReport(world.deps)).toMatchObject({ misdated: 2, verified: { records: 5 } });
  await forget();
  await forge();
  await claimed(customer(4));
  expect(await sealAllHeads(world.deps)).toMatchObject({ seal: 4, leaves: 1 });
  expect(await everythingFound()).toEqual([brokenRecord(2, 'CHAIN', 1)]);
});

test('a command seals and verifies everything, whatever progress an open run claims', async () => {
  await claimed(customer(3));
  await world.sql`insert into audit_run (id, kind, started_at)
    select gen_random_uuid(), kind, ${world.deps.now()} from unnest(array['SEAL', 'VERIFY']) kind`;
  await world.sql`update audit_run set cursor_tenant_id = c.id, cursor_customer_id = c.id, seals = 2, seal_hash = s.hash
    from (select 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid as id) c, audit_seal s
    where ended_at is null and s.number = 2`;
  expect(await sealAllHeads(world.deps)).toMatchObject({ seal: 3, leaves: 1 });
  let records = 0;
  await verifyAll(world.deps, (piece) => {
    records += piece.records;
  });
  expect(records).toBe(5);
});
