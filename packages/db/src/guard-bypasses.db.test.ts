import { randomUUID } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardBypasses } from './guard-bypasses.ts';
import { migrate } from './migrate.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

let database: TestDatabase;
let owner: Sql;
let role: string;
let name: string;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  role = new URL(database.appUrl).username;
  name = new URL(database.appUrl).pathname.slice(1);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const found = async () => (await guardBypasses(owner, role)).map((bypass) => bypass.found);

test('a migrated database has no bypass of its guards', async () => {
  expect(await found()).toEqual([]);
});

test.each([
  ['grant temporary on database DATABASE to public', /may create temporary tables/],
  ['grant temporary on database DATABASE to ROLE', /may create temporary tables/],
  ['grant create on database DATABASE to ROLE', /may create schemas/],
  ['grant create on schema public to ROLE', /may create tables in the schema public/],
  ['alter function gatehouse_customer_insert() reset search_path', /gatehouse_customer_insert\(\) has no fixed/],
  ['alter function gatehouse_refuse(text) set search_path = public', /gatehouse_refuse\(text\) has no fixed/],
  ['alter table customer disable trigger customer_moved', /customer_moved of customer is switched off/],
] as const)('a bypass is found and closed by its remedy: %s', async (opens, expected) => {
  await owner.unsafe(opens.replace('DATABASE', name).replace('ROLE', role));
  const [bypass, ...more] = await guardBypasses(owner, role);
  expect(more).toEqual([]);
  expect(bypass?.found).toMatch(expected);
  await owner.unsafe(bypass?.remedy ?? '');
  expect(await found()).toEqual([]);
});

test('every trigger function needs a fixed search_path, also a foreign one', async () => {
  await owner`create function foreign_guard() returns trigger language plpgsql as 'begin return new; end'`;
  expect(await found()).toEqual(['foreign_guard() has no fixed search_path']);
  await owner`drop function foreign_guard()`;
});

test('migrating closes bypasses, and returns those that only the owner of the database can close', async () => {
  await owner`grant temporary on database ${owner(name)} to public`;
  expect(await migrate(database)).toEqual([]);

  const other = `gatehouse_test_owner_${randomUUID().slice(0, 8)}`;
  await owner`grant temporary on database ${owner(name)} to public`;
  await owner.unsafe(`create role ${other}`);
  await owner.unsafe(`grant ${other} to current_user`);
  await owner.unsafe(`alter database ${name} owner to ${other}`);
  await owner.unsafe(`set role ${other}`);
  await owner.unsafe(`grant create on database ${name} to session_user`);
  await owner.unsafe('grant create on schema public to session_user');
  await owner`reset role`;
  await owner.unsafe(`revoke ${other} from current_user`);
  try {
    expect(await migrate(database)).toEqual([
      {
        found: `the role ${role} may create temporary tables`,
        remedy: `revoke temporary on database ${name} from public, ${role};`,
      },
    ]);
  } finally {
    await owner.unsafe(`grant ${other} to current_user`);
    await owner.unsafe(`alter database ${name} owner to current_user`);
    await owner.unsafe(`drop role ${other}`);
  }
});
