import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbedded } from './index.ts';
import { isRunning } from './os-process.ts';
import { postmasterPid } from './running-server.ts';

let dataDir: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-embedded-'));
  await chmod(dataDir, 0o755);
  server = await startEmbedded({ dataDir });
});

afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5 });
  try {
    return await question(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function pidOfPostgres(): Promise<number> {
  const pid = await postmasterPid(join(dataDir, 'cluster'));
  if (pid === undefined) throw new Error('no Postgres is running');
  return pid;
}

test('stores UTF-8 and has an owner and an application role, neither of them a superuser', async () => {
  const [encoding] = await ask(server.adminUrl, (sql) => sql`select current_setting('server_encoding') as name`);
  expect(encoding?.name).toBe('UTF8');
  const roles = await ask(server.adminUrl, (sql) => sql`select rolname, rolsuper, rolcreatedb from pg_roles`);
  expect(roles).toContainEqual({ rolname: 'gatehouse_admin', rolsuper: false, rolcreatedb: true });
  expect(roles).toContainEqual({ rolname: 'gatehouse_app', rolsuper: false, rolcreatedb: false });
  await expect(ask(server.appUrl, (sql) => sql`create table mine (id int)`)).rejects.toThrow(/permission denied/);
});

test('refuses a second start on the same folder', async () => {
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/in use by another Gatehouse/);
});

test('restarts by itself after a hard kill, with everything that was committed', async () => {
  await ask(server.adminUrl, (sql) => sql`create table if not exists kept (id int)`);
  const pid = await pidOfPostgres();
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isRunning(pid)).toBe(false);
  const found = () => ask(server.adminUrl, (sql) => sql`select count(*)::int as rows from kept`).catch(() => undefined);
  await expect.poll(found, { timeout: 20_000 }).toEqual([{ rows: 0 }]);
});

test('keeps data, port and passwords for the next start', async () => {
  await server.stop();
  const again = await startEmbedded({ dataDir });
  expect([again.adminUrl, again.appUrl, again.adopted]).toEqual([server.adminUrl, server.appUrl, false]);
  server = again;
});

test('adopts the server of a killed start', async () => {
  const pid = await pidOfPostgres();
  // A killed start leaves a lock whose process is gone, and a server that still runs.
  await writeFile(join(dataDir, 'gatehouse.lock'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'never' }));
  const adopter = await startEmbedded({ dataDir });
  expect([adopter.adopted, await pidOfPostgres()]).toEqual([true, pid]);
  await adopter.stop();
  expect(isRunning(pid)).toBe(false);
});
