import postgres from 'postgres';
import { expect, test } from 'vitest';
import { createTestDatabase } from './index.ts';

async function tables(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  try {
    const rows = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`;
    return rows.map((row) => row.name);
  } finally {
    await sql.end();
  }
}

test('each database is migrated and isolated from the others', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const owner = postgres(one.adminUrl, { max: 1 });
  await owner`create table only_here (id int)`;
  await owner.end();
  expect(await tables(one.appUrl)).toContain('only_here');
  expect(await tables(two.appUrl)).not.toContain('only_here');
  expect((await tables(two.appUrl)).length).toBeGreaterThan(0);
  await Promise.all([one.drop(), two.drop()]);
});

test('a database is dropped even while the application is connected to it', async () => {
  const database = await createTestDatabase();
  const app = postgres(database.appUrl, { max: 1, onclose: () => undefined });
  await app`select 1`;
  await database.drop();
  await expect(app`select 1`).rejects.toThrow();
  await app.end({ timeout: 1 });
});

test('the role of the application may not alter tables', async () => {
  const database = await createTestDatabase();
  const app = postgres(database.appUrl, { max: 1 });
  await expect(app`create table mine (id int)`).rejects.toThrow(/permission denied/);
  await app.end();
  await database.drop();
});
