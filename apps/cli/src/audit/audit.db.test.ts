import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { showId } from '@gatehouse/domain';
import {
  createdCustomer,
  createWorld,
  cutOffEntry,
  liftGuards,
  rewriteChain,
  type World,
} from '@gatehouse/engine/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let folder: string;
let shown: string[];
let ids: string[];
beforeAll(async () => {
  world = await createWorld();
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-audit-'));
  ids = [await createdCustomer(world), await createdCustomer(world), await createdCustomer(world)];
  for (const customerId of ids)
    await world.engine.desk.assign(world.staff.reviewer, { customerId, staffId: world.staff.reviewer.staffId });
  shown = ids.map((id) => showId('customer', id));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const MAIN = join(import.meta.dirname, '../main.ts');

/** Runs the command line as an operator does. */
async function gatehouse(...args: string[]): Promise<{ code: number; said: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: world.databaseUrl,
    DATABASE_ADMIN_URL: world.adminUrl,
    GATEHOUSE_DATA: folder,
  };
  return promisify(execFile)(process.execPath, [MAIN, ...args], { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );
}
const auditLine = (said: string): string => said.split('\n').find((line) => / audit: /.test(line)) ?? '';

test('an operator seals, exports, verifies, and finds what was tampered with, by record and position', async () => {
  const out = join(folder, 'seals.jsonl');
  expect(auditLine((await gatehouse('doctor')).said)).toMatch(/^note .*has not been verified and sealed yet/);

  const sealed = await gatehouse('audit', 'seal');
  expect(sealed).toMatchObject({ code: 0, said: expect.stringMatching(/^Seal 1 of .*, over 3 heads: [0-9a-f]{64}$/m) });
  const hash = sealed.said.match(/[0-9a-f]{64}/)?.[0] ?? '';
  expect((await gatehouse('audit', 'export', '--out', out)).said).toContain(hash);
  expect((await readFile(out, 'utf8')).trim().split('\n')).toHaveLength(4);

  const whole = await gatehouse('audit', 'verify', '--against', out, '--seal', hash);
  expect(whole).toMatchObject({ code: 0, said: expect.stringContaining('3 records and 1 seals were verified.') });
  expect(whole.said).toContain('Nothing is broken.');
  expect(auditLine((await gatehouse('doctor')).said)).toMatch(/^ok .*3 records and 1 seals held/);

  await liftGuards(world);
  await world.owner`update audit_entry set body = replace(body, '"from":null', '"from":""')
    where customer_id = ${ids[0] ?? ''} and position = 2`;
  const edited = await gatehouse('audit', 'verify');
  expect(edited.code).toBe(1);
  expect(edited.said).toMatch(new RegExp(`^BROKEN {2}${shown[0]}, position 2: the entry does not continue`, 'm'));
  const doctor = await gatehouse('doctor');
  expect(doctor.code).toBe(1);
  expect(auditLine(doctor.said)).toMatch(new RegExp(`^WRONG .*${shown[0]}, position 2: the entry`));
  expect(await gatehouse('audit', 'verify', '--customer', shown[0] ?? '')).toMatchObject({ code: 1 });
  expect(await gatehouse('audit', 'verify', '--customer', shown[1] ?? '')).toMatchObject({ code: 0 });

  // Everything is rewritten so that it agrees with itself again, the seals included.
  await rewriteChain(world.owner, ids[0] ?? '', (body) => body);
  await cutOffEntry(world.owner, ids[1] ?? '');
  await world.owner`delete from audit_seal_leaf`;
  await world.owner`delete from audit_seal`;
  await gatehouse('audit', 'seal');
  expect(await gatehouse('audit', 'verify')).toMatchObject({
    code: 0,
    said: expect.stringContaining('Nothing is broken.'),
  });
  const against = await gatehouse('audit', 'verify', '--against', out);
  expect(against.code).toBe(1);
  expect(against.said).toMatch(/^BROKEN {2}seal 1: the seal that was kept elsewhere is not in the database/m);
  expect(against.said).toMatch(new RegExp(`^BROKEN {2}${shown[0]}, position 2: the head that was sealed`, 'm'));
  expect(against.said).toMatch(new RegExp(`^BROKEN {2}${shown[1]}, position 2: the head that was sealed`, 'm'));
  expect(against.said).not.toContain(shown[2]);
  expect(await gatehouse('audit', 'verify', '--seal', hash)).toMatchObject({
    code: 1,
    said: expect.stringContaining('BROKEN  the seals: the seal that was kept elsewhere'),
  });
}, 120_000);

test('what cannot be used is said in a sentence', async () => {
  const file = join(folder, 'notes.txt');
  await writeFile(file, 'not an export\n');
  const tried = await Promise.all([
    gatehouse('audit'),
    gatehouse('audit', 'verify', '--against', file),
    gatehouse('audit', 'verify', '--against', join(folder, 'nowhere')),
    gatehouse('audit', 'verify', '--customer', 'cus_nobody'),
    gatehouse('audit', 'export', '--out', file),
    gatehouse('audit', 'verify', '--seal', 'abc'),
  ]);
  expect(tried.map(({ code, said }) => [code, said.trim()])).toEqual([
    [1, 'Say what to do with the audit log: verify, seal, export.'],
    [1, `Line 1 of ${file} is not one of an export.`],
    [1, expect.stringMatching(/nowhere cannot be read: ENOENT/)],
    [1, 'There is no customer cus_nobody.'],
    [1, expect.stringMatching(/notes.txt cannot be written: EEXIST/)],
    [1, '--seal: A seal is named by its hash, in 64 hexadecimal digits.'],
  ]);
}, 60_000);
