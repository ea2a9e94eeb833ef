import { createTestDatabase, type TestDatabase } from '@gatehouse/db/testing';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATABASE_CHECKS } from './checks.ts';

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

test.each(Object.entries(DATABASE_CHECKS))('the check of %s passes after migrating', async (name, check) => {
  // The audit log of a new database has not been verified yet, which is only a note.
  expect(await check(database)).toMatchObject({ state: name === 'audit' ? 'note' : 'ok' });
});

test('reports a bypass of the guards with its remedy', async () => {
  const [row] = await owner<{ name: string }[]>`select current_database() as name`;
  await owner`grant temporary on database ${owner(row?.name ?? '')} to public`;
  await owner`alter function gatehouse_profile_insert() reset search_path`;
  const finding = await DATABASE_CHECKS.guards(database);
  expect(finding.state).toBe('bad');
  expect(finding.found).toMatch(/may create temporary tables; gatehouse_profile_insert\(\) has no fixed search_path/);
  await owner.unsafe(finding.remedy?.replace(/^.*?: /, '') ?? '');
  expect(await DATABASE_CHECKS.guards(database)).toMatchObject({ state: 'ok' });
});

test('reports a configured provider that is not installed', async () => {
  await owner`insert into partner (id, name, support_email, account_manager, check_providers)
    values (gen_random_uuid(), 'Acme', 'help@acme.example', 'Ada', '{"LIVE": {"identity": "vendor"}}')`;
  const finding = await DATABASE_CHECKS.providers(database);
  expect(finding).toMatchObject({ state: 'bad', found: 'not installed: identity of Acme, LIVE, by vendor.' });
});

test('reports late work by its job or task', async () => {
  await owner`insert into link_request (id, sealed, key_id, created_at)
    values (gen_random_uuid(), '', 'k1', now() - interval '5 minutes')`;
  const found = 'what has waited for more than a minute: 1 for sendRequestedLinks.';
  expect(await DATABASE_CHECKS.work(database)).toEqual({ state: 'bad', found, remedy: 'Is a worker running?' });
});
