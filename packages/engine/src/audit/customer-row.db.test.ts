import { afterAll, beforeAll, expect, test } from 'vitest';
import { createdCustomer } from '../testing/customers.ts';
import { customerIn, together } from '../testing/statuses.ts';
import { liftGuards, rewriteChain, withoutDigest } from '../testing/tampering.ts';
import { createWorld, type World } from '../testing/world.ts';
import { verifyOne } from './verify.ts';

let world: World;
/**
 * A record that was active and then rejected, and a copy whose entries have no digests, as older versions wrote them.
 */
let records: string[];
beforeAll(async () => {
  world = await createWorld();
  records = [await customerIn(world, 'ACTIVE'), await customerIn(world, 'ACTIVE')];
  for (const customerId of records)
    await together(world, { customerId, event: 'reject', reasonCode: 'FRAUD', note: 'n' });
  await liftGuards(world);
  await rewriteChain(world.owner, records[1] ?? '', withoutDigest);
});
afterAll(() => world.close());

const found = async (customerId: string): Promise<string | null> => {
  const broken = await verifyOne(world.deps, { tenantId: world.app.tenantId, customerId });
  return broken && 'position' in broken ? `${broken.what} ${broken.position}` : null;
};

/** Changes a column of the customer row, returns the break that is found, and restores the column. */
async function foundWith(customerId: string, column: string, value: string): Promise<string | null> {
  const [row] = await world.owner.unsafe<{ before: string | null }[]>(
    `select ${column}::text as before from customer where id = '${customerId}'`,
  );
  const set = (to: string) => world.owner.unsafe(`update customer set ${column} = ${to} where id = '${customerId}'`);
  await set(value);
  const answer = await found(customerId);
  await set(row?.before ? `'${row.before}'` : 'null');
  expect(await found(customerId), 'put back').toBeNull();
  return answer;
}

const positionsOf = async (customerId: string) => {
  const [row] = await world.sql<{ rejected: number; last: number }[]>`
    select max(position) filter (where action = 'customer.reject') as rejected, max(position) as last
    from audit_entry where customer_id = ${customerId}`;
  return { born: 1, rejected: row?.rejected ?? 0, next: (row?.last ?? 0) + 1 };
};

test.each([
  ['status_changed_at', `status_changed_at - interval '1 day'`, 'rejected'],
  ['archived_at', 'now()', 'next'],
  ['version', 'version + 1', 'next'],
  ['version', 'version - 1', 'next'],
  ['profile_version', 'profile_version + 1', 'next'],
  ['sequence', 'sequence + 1', 'next'],
  ['sequence', 'sequence - 1', 'next'],
  ['created_at', `created_at - interval '1 day'`, 'born'],
] as const)('a record that says another time or count of itself: %s to %s', async (column, value, where) => {
  for (const customerId of records)
    expect(await foundWith(customerId, column, value)).toBe(`RECORD ${(await positionsOf(customerId))[where]}`);
});

test.each(['event', 'profile'])('a removed row of %s is found', async (table) => {
  const [customerId = ''] = records;
  const [row] = await world.owner`delete from ${world.owner(table)} where id =
    (select id from ${world.owner(table)} where customer_id = ${customerId} order by id limit 1) returning *`;
  const missing = await found(customerId);
  await world.owner`insert into ${world.owner(table)} ${world.owner({ ...row })}`;
  expect(missing).toBe(`RECORD ${(await positionsOf(customerId)).next}`);
});

test('a changed archiving time is found', async () => {
  const customerId = await createdCustomer(world);
  await world.engine.customers.archive(world.app, { customerId });
  expect(await found(customerId)).toBeNull();
  for (const value of ['null', `archived_at - interval '1 day'`])
    expect(await foundWith(customerId, 'archived_at', value)).toBe('RECORD 2');
});

test('a record whose data changed with and without its status verifies', async () => {
  const customerId = await customerIn(world, 'NEEDS_ADDITIONAL_INFORMATION');
  for (const employment of ['RETIRED', 'STUDENT'] as const)
    await world.engine.customers.update(world.app, { customerId, profile: { employment } });
  expect(await found(customerId)).toBeNull();
});
