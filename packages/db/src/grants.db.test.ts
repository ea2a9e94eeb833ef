import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, shadowTables, type TestDatabase } from './testing/index.ts';

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

/** Postgres checks rights before it looks for rows, so an empty table answers like a full one. */
const refused = async (statement: string): Promise<void> => {
  await expect(app.unsafe(statement), statement).rejects.toThrow(/permission denied|must be owner/);
};

const APPEND_ONLY = {
  status_change: 'to_status',
  audit_entry: 'body',
  audit_seal: 'body',
  audit_seal_leaf: 'head',
  audit_break: 'what',
  event: 'body',
  profile: 'sealed',
  declaration: 'words',
  attempt: 'answer',
  note: 'sealed',
  staff_audit: 'about',
} as const;

test.each([
  'create temporary table mine (id int)',
  'create temporary view mine as select 1',
  "create function pg_temp.mine() returns int language sql as 'select 1'",
])('the application’s role creates no temporary object: %s', refused);

const SESSIONS = {
  'as it connects': async () => {},
  'with every guarded and referenced table shadowed': async () => {
    await shadowTables(owner, app);
  },
} as const;

describe.each(Object.entries(SESSIONS))('the application’s role, %s', (_, prepare) => {
  beforeAll(prepare);
  test.each(Object.entries(APPEND_ONLY))('%s is append-only', async (table, column) => {
    await refused(`update public.${table} set ${column} = ${column}`);
    await refused(`delete from public.${table}`);
    await refused(`truncate public.${table} cascade`);
  });

  test.each([
    ['event', 'sequence'],
    ['event', 'xid'],
    ['run', 'snapshot'],
    ['run', 'snapshot_hash'],
    ['run', 'proposal_id'],
    ['audit_run', 'started_at'],
    ['proposal', 'proposed_by'],
    ['proposal', 'decision'],
    ['proposal', 'sealed'],
  ] as const)('%s.%s is immutable', (table, column) => refused(`update public.${table} set ${column} = ${column}`));

  test('the id, tenant, customer, partner, event and endpoint of a row are immutable', async () => {
    const rows = await owner<{ table: string; column: string }[]>`
      select c.table_name as "table", c.column_name as "column" from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and (c.column_name in ('tenant_id', 'customer_id', 'partner_id', 'event_id', 'endpoint_id')
          or c.column_name = 'id' and exists (select from information_schema.columns o
            where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'tenant_id'))`;
    const named = rows.map(({ table, column }) => `${table}.${column}`);
    expect(named).toEqual(
      expect.arrayContaining(
        'document.customer_id requirement.customer_id verification_check.customer_id run.customer_id portal_link.customer_id portal_session.customer_id draft.customer_id event.customer_id mail.customer_id delivery.event_id delivery.endpoint_id delivery.tenant_id tenant.partner_id api_key.tenant_id'.split(
          ' ',
        ),
      ),
    );
    for (const { table, column } of rows) await refused(`update public.${table} set ${column} = ${column}`);
  });

  test.each([
    'customer_transition',
    'customer_capability',
    'customer_status',
    'check_status',
    'requirement_status',
    'delivery_status',
    'webhook_endpoint_status',
    'proposal_status',
  ])('%s is read-only', async (table) => {
    await app.unsafe(`select from public.${table}`);
    await refused(`insert into public.${table} select * from public.${table}`);
    await refused(`delete from public.${table}`);
    await refused(`truncate public.${table} cascade`);
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
    'audit_run',
    'proposal',
  ])('no row of %s is deleted', async (table) => {
    await refused(`delete from public.${table}`);
    await refused(`truncate public.${table} cascade`);
  });

  test.each([
    'alter table public.customer disable trigger all',
    'alter table public.customer disable trigger customer_update',
    'alter table public.status_change drop constraint status_change_transition',
    'alter table public.proposal drop constraint proposal_four_eyes',
    'drop trigger customer_moved on public.customer',
    'drop table public.status_change',
    'drop function public.gatehouse_customer_update() cascade',
    'alter table public.audit_entry owner to current_user',
    'grant update on public.status_change to current_user',
    "set session_replication_role = 'replica'",
    'create table public.mine (id int)',
    'create schema mine',
    'create function public.mine(text) returns void language sql as $$ select $$',
    'create rule quiet as on insert to public.status_change do instead nothing',
  ])('the application’s role may not: %s', async (statement) => {
    // Postgres answers a grant without the right to it with a warning only, so the test tries what was granted.
    if (statement.startsWith('grant')) {
      await app.unsafe(statement).catch(() => {});
      return refused('update public.status_change set event = event');
    }
    await refused(statement);
  });
});

test('these are the tables from which the application may delete', async () => {
  const rows = await owner<{ table: string }[]>`
    select distinct table_name as "table" from information_schema.role_table_grants
    where table_schema = 'public' and privilege_type = 'DELETE' and grantee = ${new URL(database.appUrl).username}`;
  // A new table shows up here until its grants are decided.
  expect(rows.map((row) => row.table).sort()).toEqual([
    'api_key',
    'draft',
    'idempotency_key',
    'link_request',
    'mail',
    'portal_link',
    'portal_session',
    'rate_limit',
    'staff_account',
    'staff_network',
    'staff_session',
    'staff_two_factor',
    'staff_verification',
    'webhook_endpoint',
  ]);
});
