import { afterAll, beforeAll, expect, test } from 'vitest';
import { createdCustomer, rowOf } from '../testing/customers.ts';
import { customerIn, together } from '../testing/statuses.ts';
import { createWorld, type World } from '../testing/world.ts';
import { brokenAt } from './audit-chain.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

type Entry = {
  position: number;
  body: string;
  previous: Buffer | null;
  hash: Buffer;
  action: string;
  actor_kind: string;
};

async function chainOf(id: string): Promise<{ entries: Entry[]; head: Uint8Array | null }> {
  const entries = await world.sql<Entry[]>`select * from audit_entry where customer_id = ${id} order by position`;
  return { entries, head: (await rowOf(world, id)).auditHead };
}
const checked = async (id: string) => {
  const { entries, head } = await chainOf(id);
  return brokenAt(entries, head);
};

test.each(['CREATED', 'UNDER_REVIEW', 'NEEDS_ADDITIONAL_INFORMATION', 'ACTIVE', 'REJECTED', 'DEACTIVATED'] as const)(
  'the chain of a customer in %s is valid, and the customer’s row has its head',
  async (status) => {
    const id = await customerIn(world, status);
    const { entries, head } = await chainOf(id);
    expect(brokenAt(entries, head)).toBeNull();
    expect(entries.map((entry) => entry.position)).toEqual(entries.map((_, index) => index + 1));
    expect((await rowOf(world, id)).auditPosition).toBe(entries.length);
    for (const entry of entries)
      expect(JSON.parse(entry.body)).toMatchObject({ position: entry.position, action: entry.action, customer: id });
  },
);

test('the chain is valid after concurrent writes', async () => {
  const id = await createdCustomer(world);
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      n % 2
        ? world.engine.desk.note(world.staff.reviewer, { customerId: id, text: `${n}` })
        : world.engine.customers.setMetadata(world.app, { customerId: id, metadata: { n: `${n}` } }),
    ),
  );
  expect(await checked(id)).toBeNull();
  expect((await chainOf(id)).entries).toHaveLength(41);
});

test('the chain has every decision with its actor and its subject', async () => {
  const id = await customerIn(world, 'ACTIVE');
  await together(world, { customerId: id, event: 'reject', reasonCode: 'FRAUD', note: 'n' });
  const { entries } = await chainOf(id);
  const told = entries.slice(-3).map((entry) => JSON.parse(entry.body));
  expect(told).toMatchObject([
    {
      action: 'proposal.opened',
      decision: 'reject',
      reason: 'FRAUD',
      actor: { kind: 'staff', id: world.staff.admin.staffId },
    },
    {
      action: 'customer.reject',
      from: 'ACTIVE',
      to: 'REJECTED',
      actor: { kind: 'staff', id: world.staff.secondAdmin.staffId },
    },
    { action: 'proposal.confirmed', actor: { kind: 'staff', id: world.staff.secondAdmin.staffId } },
  ]);
});

/** Changes that the database owner could make, and the position where verification finds them. */
const TAMPERING: Record<string, { change: (id: string) => Promise<unknown>; at: number }> = {
  'a changed word': {
    change: (id) =>
      world.owner`update audit_entry set body = replace(body, 'submit', 'approve') where customer_id = ${id} and position = 3`,
    at: 3,
  },
  'a changed word with its hash put right': {
    change: (id) =>
      world.owner`update audit_entry set body = body || ' ', hash = sha256(previous || convert_to(body || ' ', 'UTF8')) where customer_id = ${id} and position = 2`,
    at: 3,
  },
  'an entry taken out': {
    change: (id) => world.owner`delete from audit_entry where customer_id = ${id} and position = 2`,
    at: 3,
  },
  'the last entries taken out': {
    change: (id) => world.owner`delete from audit_entry where customer_id = ${id} and position >= 4`,
    at: 4,
  },
  'the first entry taken out': {
    change: (id) => world.owner`delete from audit_entry where customer_id = ${id} and position = 1`,
    at: 2,
  },
  'two entries changed over': {
    change: (id) =>
      world.owner`update audit_entry set position = case position when 2 then 103 else 102 end where customer_id = ${id} and position in (2, 3)`.then(
        () =>
          world.owner`update audit_entry set position = position - 100 where customer_id = ${id} and position > 100`,
      ),
    at: 2,
  },
  'everything taken out': { change: (id) => world.owner`delete from audit_entry where customer_id = ${id}`, at: 1 },
};

test.each(Object.entries(TAMPERING))('%s is found', async (_, { change, at }) => {
  const id = await customerIn(world, 'ACTIVE');
  expect((await chainOf(id)).entries.length).toBeGreaterThan(4);
  await change(id);
  expect(await checked(id)).toBe(at);
});
