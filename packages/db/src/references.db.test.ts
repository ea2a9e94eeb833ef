import { ACCESS_TABLE, customerLifecycle, LIFECYCLES, type LifecycleName } from '@gatehouse/domain';
import { getTableName } from 'drizzle-orm';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { STATUS_COLUMNS } from './status-columns.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

let database: TestDatabase;
let owner: Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const sorted = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

const transitions = () =>
  owner<{ from: string; event: string; to: string; people: number; by: string }[]>`
    select from_status as "from", event, to_status as "to", people, by from customer_transition`;

test.each(Object.entries(STATUS_COLUMNS))(
  'the statuses of a %s are those of its declaration',
  async (name, { statuses }) => {
    const lifecycle = LIFECYCLES[name as LifecycleName];
    const rows = await owner`select status, label, initial from ${owner(getTableName(statuses))}`;
    const declared = lifecycle.statuses.map((status) => ({
      status,
      label: lifecycle.label(status as never),
      initial: status === lifecycle.initial,
    }));
    expect(sorted(rows)).toEqual(sorted(declared));
  },
);

test('the allowed transitions are those of the declaration, with the number of people', async () => {
  const declared = customerLifecycle.rows.map(({ from, event, to, people, by }) => ({ from, event, to, people, by }));
  expect(sorted(await transitions())).toEqual(sorted(declared));
});

test('the capabilities are the access table', async () => {
  const rows = await owner`select status, capability from customer_capability`;
  const declared = Object.entries(ACCESS_TABLE).flatMap(([status, can]) =>
    can.map((capability) => ({ status, capability })),
  );
  expect(sorted(rows)).toEqual(sorted(declared));
});

test('migrating again restores what was removed, and removes what is not declared', async () => {
  const before = sorted(await transitions());
  await owner`delete from customer_transition where event = 'reopen'`;
  await owner`insert into customer_transition values ('CREATED', 'approve', 'ACTIVE', 1)`;
  await owner`update customer_transition set people = 1 where event = 'reactivate'`;
  await owner`update customer_transition set by = 'engine' where event = 'reject'`;
  await owner`insert into customer_status values ('UNDECLARED', 'Undeclared', false)`;
  await owner`delete from customer_capability where capability = 'updateProfile'`;

  await migrate({ adminUrl: database.adminUrl, appUrl: database.appUrl });

  expect(sorted(await transitions())).toEqual(before);
  expect(await owner`select from customer_status where status = 'UNDECLARED'`).toHaveLength(0);
  expect(await owner`select from customer_capability where capability = 'updateProfile'`).toHaveLength(2);
});
