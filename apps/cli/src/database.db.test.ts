import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTestDatabase } from '@gatehouse/db/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-nothing-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Ran = { code: number; said: string; stderr: string };

function commandLine(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const { DATABASE_URL: _, DATABASE_ADMIN_URL: __, ...rest } = process.env;
  return promisify(execFile)(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    env: { ...rest, GATEHOUSE_DATA: folder, ...env },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout, stderr }),
  );
}

test.each([['audit verify'], ['doctor'], ['create-partner --name Acme --support-email help@acme.example']])(
  '%s creates nothing if there is no data, and says so',
  async (command) => {
    const { code, said, stderr } = await commandLine(command.split(' '), {});
    expect(code).toBe(1);
    expect(said + stderr).toMatch(
      new RegExp(`^(WRONG  data: )?There is no data in ${folder} yet\\. Start Gatehouse`, 'm'),
    );
    expect(said + stderr).not.toMatch(/Something went wrong|"at":/);
    expect(await readdir(folder)).toEqual([]);
  },
  60_000,
);

test('asks to migrate a database without tables', async () => {
  const database = await createTestDatabase();
  const owner = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  await owner`drop table audit_break, audit_run`;
  await owner.end();
  const env = { DATABASE_URL: database.appUrl, DATABASE_ADMIN_URL: database.adminUrl };
  expect(await commandLine(['audit', 'verify'], env)).toEqual({
    code: 1,
    said: '',
    stderr: expect.stringMatching(/^The database is not of this version: .* Run `npm run gatehouse -- migrate`\.\n$/),
  });
  await database.drop();
}, 60_000);
