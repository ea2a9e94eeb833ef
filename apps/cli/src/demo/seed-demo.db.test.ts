import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@gatehouse/db';
import { createTestDatabase } from '@gatehouse/db/testing';
import { CustomerStatus } from '@gatehouse/domain';
import { realClock, verifyAll } from '@gatehouse/engine';
import { verifyPassword } from 'better-auth/crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_STAFF } from './people.ts';
import { refreshDemo } from './refresh.ts';
import { seedDemo } from './seed-demo.ts';

const PATIENCE = 240_000;

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let folder: string;
let sql: postgres.Sql;
let options: Parameters<typeof seedDemo>[0];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-seed-'));
  sql = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
  const keys = `k1:${randomBytes(32).toString('base64')}`;
  const { appUrl, adminUrl } = database;
  options = { appUrl, adminUrl, keys, filesFolder: folder, publicUrl: 'http://localhost:4299', port: 4299 };
  // A seeding that was interrupted at its beginning left this. It is deleted.
  await sql`insert into partner (id, name, support_email, account_manager)
    values (gen_random_uuid(), 'Demo Bank (sample)', 'a@example.com', 'x')`;
  await seedDemo(options);
}, PATIENCE);

afterAll(async () => {
  await sql.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

const counts = async () => {
  const tables = ['partner', 'tenant', 'staff', 'customer', 'event', 'document', 'delivery', 'api_key'];
  const rows = await Promise.all(tables.map((table) => sql`select count(*)::int as count from ${sql(table)}`));
  return Object.fromEntries(tables.map((table, at) => [table, rows[at]?.[0]?.count]));
};

test('creates a customer in every status, in both modes, and marks every name and address as a sample', async () => {
  const rows = await sql<{ customer_status: CustomerStatus; display_name: string; email: string; mode: string }[]>`
    select c.customer_status, c.display_name, c.email, t.mode from customer c join tenant t on t.id = c.tenant_id`;
  expect(new Set(rows.map((row) => row.customer_status))).toEqual(new Set(CustomerStatus.options));
  expect(new Set(rows.map((row) => row.mode))).toEqual(new Set(['TEST', 'LIVE']));
  expect(rows.filter((row) => !/^Specimen /.test(row.display_name) || !/@example\.com$/.test(row.email))).toEqual([]);
});

test('writes a valid audit log', async () => {
  const { sql: app, db, close } = connect(database.appUrl);
  const broken: unknown[] = [];
  await verifyAll({ sql: app, db, now: realClock }, ({ breaks }) => broken.push(...breaks));
  await close();
  expect(broken).toEqual([]);
});

test('creates something to do for each role', async () => {
  const [row] = await sql`select
    (select count(*) from proposal where status = 'OPEN')::int as proposals,
    (select count(*) from verification_check where kind = 'identity' and status = 'FAILED')::int as failed,
    (select count(*) from customer where needs_person)::int as waiting,
    (select count(distinct a.customer_id) from requirement a join requirement b on b.customer_id = a.customer_id
      where a.status = 'OPEN' and b.status = 'ANSWERED')::int as half,
    (select count(*) from delivery where status = 'PENDING')::int as deliveries,
    (select count(distinct endpoint_id) from delivery where status = 'PENDING')::int as endpoints,
    (select count(*) from pgboss.job where name = 'delivery.attempt')::int as jobs`;
  expect(row).toMatchObject({ proposals: 2, failed: 1, half: 1 });
  expect(row?.waiting).toBeGreaterThan(4);
  expect(row?.deliveries).toBeGreaterThan(5);
  // The worker finds the first delivery of each endpoint at once, without the reconciler.
  expect(row?.jobs).toBe(row?.endpoints);
});

test('creates staff with the demo passwords', async () => {
  for (const { email, password, role } of Object.values(DEMO_STAFF)) {
    const [row] = await sql<{ hash: string; role: string }[]>`
      select a.password as hash, s.role from staff s join staff_account a on a.staff_id = s.id where s.email = ${email}`;
    expect(row?.role).toBe(role);
    expect(await verifyPassword({ hash: row?.hash ?? '', password })).toBe(true);
  }
});

test('changes nothing when it runs again', async () => {
  const before = await counts();
  expect(await seedDemo(options)).toEqual({ skipped: 'demo' });
  expect(await counts()).toEqual(before);
});

test('restores a lost demo.json, and otherwise keeps its keys', async () => {
  const refresh = () => refreshDemo({ ...options, dataFolder: folder, url: 'http://localhost:4299', fresh: null });
  const [first, second] = [await refresh(), await refresh()];
  expect(first?.apiKeys.test).toMatch(/^gh_test_/);
  expect(second?.apiKeys).toEqual(first?.apiKeys);
  expect(second?.webhookSecret).toBe(first?.webhookSecret);
  expect(second?.portalLink).not.toBe(first?.portalLink);
});
