import { createHash } from 'node:crypto';
import { showId } from '@gatehouse/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAllHeads } from '../audit/seal.ts';
import { createdCustomer } from '../testing/customers.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let ids: string[];
beforeAll(async () => {
  world = await createWorld();
  ids = [];
  for (let n = 0; n < 5; n += 1) ids.push(await createdCustomer(world));
});
afterAll(() => world.close());

/** All items of the pages of `list`. */
async function allPages<T>(
  list: (cursor: { cursor?: string }) => Promise<{ nextCursor: string | null } & T>,
): Promise<T[]> {
  const pages: T[] = [];
  for (let cursor: { cursor?: string } | null = {}; cursor; ) {
    const page: { nextCursor: string | null } & T = await list(cursor);
    pages.push(page);
    cursor = page.nextCursor === null ? null : { cursor: page.nextCursor };
  }
  return pages;
}

test('an exported chain can be verified with SHA-256 and ends in a seal', async () => {
  const { auditor, reviewer } = world.staff;
  const customerId = ids[0] ?? '';
  for (let n = 0; n < 3; n += 1) await world.engine.desk.note(reviewer, { customerId, text: `${n}` });
  const seal = await sealAllHeads(world.deps);
  const pages = await allPages((cursor) => world.engine.desk.exportAudit(auditor, { customerId, limit: 2, ...cursor }));
  const entries = pages.flatMap((page) => page.items);
  expect(entries.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  let previous: string | null = null;
  for (const entry of entries) {
    expect(entry.previous).toBe(previous);
    previous = createHash('sha256')
      .update(Buffer.from(entry.previous ?? '', 'hex'))
      .update(entry.body)
      .digest('hex');
    expect(entry.hash).toBe(previous);
  }
  expect(entries.map(({ seals }) => seals)).toEqual([[], [], [], [seal?.seal]]);
});

test('a verification page by page reports the broken record and position', async () => {
  const { auditor } = world.staff;
  const verify = () => allPages((cursor) => world.engine.desk.verifyAudit(auditor, { limit: 2, ...cursor }));
  expect((await verify()).reduce((sum, page) => sum + page.records, 0)).toBe(5);
  await world.owner`update audit_entry set actor_kind = 'staff' where customer_id = ${ids[3] ?? ''} and position = 1`;
  const broken = [
    {
      what: 'COLUMNS',
      customerId: showId('customer', ids[3] ?? ''),
      position: 1,
      seal: null,
      sentence: expect.stringContaining('columns'),
    },
  ];
  expect((await verify()).flatMap((page) => page.broken)).toEqual(broken);
  const one = (n: number) => world.engine.desk.verifyAudit(auditor, { customerId: ids[n] ?? '', limit: 25 });
  expect(await one(3)).toEqual({ records: 1, broken, nextCursor: null });
  expect(await one(2)).toEqual({ records: 1, broken: [], nextCursor: null });
  expect(await world.engine.desk.reportAudit(auditor)).toMatchObject({ verified: null, broken: 0 });
  await world.engine.work.verifyNext();
  expect(await world.engine.desk.reportAudit(auditor)).toMatchObject({
    verified: { records: 5 },
    broken: 1,
    breaks: broken,
  });
});

test('an auditor lists the seals, newest first', async () => {
  await createdCustomer(world);
  const last = await sealAllHeads(world.deps);
  const pages = await allPages((cursor) => world.engine.desk.listSeals(world.staff.auditor, { limit: 1, ...cursor }));
  const seals = pages.flatMap((page) => page.items);
  expect(seals[0]).toEqual(last);
  expect(seals.map(({ seal }) => seal)).toEqual([2, 1]);
  expect(seals[0]?.previous).toBe(seals[1]?.hash);
});
