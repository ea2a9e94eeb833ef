import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

let database: TestDatabase;
let app: Sql;
let owner: Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
  owner = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await Promise.all([app.end(), owner.end()]);
  await database.drop();
});

/** Rights are asked before rows are looked for, so an empty table answers like a full one. */
const refused = async (statement: string): Promise<void> => {
  await expect(app.unsafe(statement), statement).rejects.toThrow(/permission denied|must be owner/);
};

const REWRITTEN_NEVER = {
  status_change: 'to_status',
  audit_entry: 'body',
  event: 'body',
  profile: 'sealed',
  declaration: 'words',
  attempt: 'answer',
  note: 'sealed',
} as const;

test.each(Object.entries(REWRITTEN_NEVER))('%s is added to and never rewritten', async (table, column) => {
  await refused(`update ${table} set ${column} = ${column}`);
  await refused(`delete from ${table}`);
  await refused(`truncate ${table} cascade`);
});

test.each([
  ['event', 'sequence'],
  ['event', 'xid'],
  ['run', 'snapshot'],
  ['run', 'snapshot_hash'],
  ['run', 'proposal_id'],
  ['proposal', 'proposed_by'],
  ['proposal', 'decision'],
  ['proposal', 'sealed'],
] as const)('%s.%s is fixed once it is written', (table, column) =>
  refused(`update ${table} set ${column} = ${column}`),
);

test.each([
  'customer_transition',
  'customer_capability',
  'customer_status',
  'check_status',
  'requirement_status',
  'delivery_status',
  'webhook_endpoint_status',
  'proposal_status',
])('the application reads %s and changes nothing in it', async (table) => {
  await app.unsafe(`select from ${table}`);
  await refused(`insert into ${table} select * from ${table}`);
  await refused(`delete from ${table}`);
  await refused(`truncate ${table} cascade`);
});

test.each([
  'customer',
  'document',
  'verification_check',
  'requirement',
  'delivery',
  'tenant',
  'partner',
  'run',
  'proposal',
])('nothing is deleted from %s', async (table) => {
  await refused(`delete from ${table}`);
  await refused(`truncate ${table} cascade`);
});

test.each([
  'alter table customer disable trigger all',
  'alter table customer disable trigger customer_update',
  'alter table status_change drop constraint status_change_transition',
  'alter table proposal drop constraint proposal_four_eyes',
  'drop trigger customer_moved on customer',
  'drop table status_change',
  'drop function gatehouse_customer_update() cascade',
  'alter table audit_entry owner to current_user',
  'grant update on status_change to current_user',
  "set session_replication_role = 'replica'",
  'create table mine (id int)',
  'create function gatehouse_refuse(text) returns void language sql as $$ select $$',
  'create rule quiet as on insert to status_change do instead nothing',
])('the application’s role may not: %s', async (statement) => {
  // A grant without the right to it is only a warning in Postgres, so what counts is that nothing came of it.
  if (statement.startsWith('grant')) {
    await app.unsafe(statement).catch(() => {});
    return refused('update status_change set event = event');
  }
  await refused(statement);
});

test('every table that the application can reach says who may rewrite it', async () => {
  const rows = await owner<{ table: string }[]>`
    select distinct table_name as "table" from information_schema.role_table_grants
    where table_schema = 'public' and privilege_type = 'DELETE' and grantee = ${new URL(database.appUrl).username}`;
  // A new table shows up here, so that somebody decides whether its rows may go away.
  expect(rows.map((row) => row.table).sort()).toEqual([
    'api_key',
    'draft',
    'idempotency_key',
    'mail',
    'portal_link',
    'portal_session',
    'staff',
    'staff_account',
    'staff_rate_limit',
    'staff_session',
    'staff_two_factor',
    'staff_verification',
    'webhook_endpoint',
  ]);
});
