import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { showId } from '@gatehouse/domain';
import { auditReport, realClock } from '@gatehouse/engine';
import {
  createdCustomer,
  createWorld,
  cutOffEntry,
  liftGuards,
  rewriteChain,
  type World,
} from '@gatehouse/engine/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditFinding } from '../doctor/audit.ts';
import { Stop } from '../stop.ts';
import { exportToFile, seal } from './export.ts';
import { onDatabase } from './open.ts';
import { verify } from './verify.ts';

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

type Verb = typeof verify;

/** The output of a command, and its exit code. */
async function ran(verb: Verb, ...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  try {
    const code = await onDatabase(world.databaseUrl, (on) => verb(on, args, (line) => lines.push(line)), 2_000);
    return { code, said: lines.join('\n') };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { code: 1, said: error.message };
  }
}
const doctor = async () => auditFinding(await auditReport({ sql: world.sql, now: realClock }), realClock());

/** Runs the command line as an operator does. It can take seconds to start, so one test does it. */
function commandLine(...args: string[]): Promise<{ code: number; said: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: world.databaseUrl,
    DATABASE_ADMIN_URL: world.adminUrl,
    GATEHOUSE_DATA: folder,
  };
  return promisify(execFile)(process.execPath, [join(import.meta.dirname, '../main.ts'), ...args], { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, said: error.stdout }),
  );
}

test('an operator seals, exports, verifies, and finds the record and position that was tampered with', async () => {
  const out = join(folder, 'seals.jsonl');
  expect(await doctor()).toMatchObject({ state: 'note', found: 'has not been verified and sealed yet.' });

  const sealed = await ran(seal);
  expect(sealed).toMatchObject({ code: 0, said: expect.stringMatching(/^Seal 1 of .*, over 3 heads: [0-9a-f]{64}$/m) });
  const hash = sealed.said.match(/[0-9a-f]{64}/)?.[0] ?? '';
  expect((await ran(exportToFile, '--out', out)).said).toContain(hash);
  expect((await readFile(out, 'utf8')).trim().split('\n')).toHaveLength(4);

  const whole = await ran(verify, '--against', out, '--seal', hash);
  expect(whole).toMatchObject({ code: 0, said: expect.stringContaining('3 records and 1 seals were verified.') });
  expect(whole.said).toContain('Nothing is broken.');
  expect(await doctor()).toMatchObject({ state: 'ok', found: expect.stringMatching(/^3 records and 1 seals held/) });

  await liftGuards(world);
  await world.owner`update audit_entry set body = replace(body, '"from":null', '"from":""')
    where customer_id = ${ids[0] ?? ''} and position = 2`;
  const edited = await ran(verify);
  expect(edited.code).toBe(1);
  expect(edited.said).toMatch(new RegExp(`^BROKEN {2}${shown[0]}, position 2: the entry does not continue`, 'm'));
  expect(await doctor()).toMatchObject({
    state: 'bad',
    found: expect.stringContaining(`broken in 1 place. ${shown[0]}, position 2: the entry does not continue`),
  });
  expect(await commandLine('audit', 'verify')).toMatchObject({
    code: 1,
    said: expect.stringContaining(`BROKEN  ${shown[0]}`),
  });
  expect(await ran(verify, '--customer', shown[0] ?? '')).toMatchObject({ code: 1 });
  expect(await ran(verify, '--customer', shown[1] ?? '')).toMatchObject({ code: 0 });

  // The whole log is rewritten consistently, including the seals.
  await rewriteChain(world.owner, ids[0] ?? '', (body) => body);
  await cutOffEntry(world.owner, ids[1] ?? '');
  await world.owner`delete from audit_seal_leaf`;
  await world.owner`delete from audit_seal`;
  expect(await ran(verify)).toMatchObject({
    code: 1,
    said: expect.stringContaining('BROKEN  seal 1: the seal is missing'),
  });
  expect(await doctor()).toMatchObject({
    state: 'bad',
    found: expect.stringContaining('in 1 place. seal 1: the seal is missing'),
  });
  await ran(seal);
  expect(await ran(verify)).toMatchObject({ code: 1, said: expect.stringContaining('BROKEN  seal 1: ') });
  await world.owner`delete from audit_break`;
  await world.owner`delete from audit_run`;
  expect(await ran(verify)).toMatchObject({
    code: 0,
    said: expect.stringContaining('Nothing is broken.'),
  });
  const against = await ran(verify, '--against', out);
  expect(against.code).toBe(1);
  expect(against.said).toMatch(/^BROKEN {2}seal 1: the seal that was kept elsewhere is not in the database/m);
  expect(against.said).toMatch(new RegExp(`^BROKEN {2}${shown[0]}, position 2: the head that was sealed`, 'm'));
  expect(against.said).toMatch(new RegExp(`^BROKEN {2}${shown[1]}, position 2: the head that was sealed`, 'm'));
  expect(against.said).not.toContain(shown[2]);
  expect(await ran(verify, '--seal', hash)).toMatchObject({
    code: 1,
    said: expect.stringContaining('BROKEN  the seals: the seal that was kept elsewhere'),
  });

  // A run that is dated in the future does not prevent verifying.
  await world.sql`insert into audit_run (id, kind, started_at, ended_at, seals, records)
    select gen_random_uuid(), kind, '2099-01-01', '2099-01-01', 99, 99999 from unnest(array['SEAL', 'VERIFY']) kind`;
  expect(await ran(verify)).toMatchObject({ code: 0, said: expect.stringContaining('3 records and 1 seals were') });
  expect(await doctor()).toMatchObject({ state: 'bad', found: '2 runs are dated in the future.' });
  await world.owner`delete from audit_seal_leaf`;
  await world.owner`delete from customer`;
  const nothing = await ran(verify);
  expect(nothing.code).toBe(1);
  expect(nothing.said).toContain('No record was verified, although the audit log tells of some.');
  expect(nothing.said).not.toContain('Nothing is broken.');
}, 120_000);

test.each([
  ['the lock of a run', 'select pg_advisory_lock(7242002), pg_advisory_lock(7242003)'],
  [
    'a run that is not committed',
    `begin; insert into audit_run (id, kind, started_at) select gen_random_uuid(), kind, now()
    from unnest(array['SEAL', 'VERIFY']) kind`,
  ],
])(
  'a command fails instead of waiting forever for %s',
  async (_, statement) => {
    const holder = postgres(world.databaseUrl, { max: 1, onnotice: () => {} });
    await holder.unsafe(statement);
    for (const verb of [verify, seal])
      expect(await ran(verb)).toEqual({
        code: 1,
        said: expect.stringContaining('somebody holds a lock that it needs'),
      });
    await holder.end();
  },
  60_000,
);

test('an unusable option or file is refused with a sentence', async () => {
  const file = join(folder, 'notes.txt');
  await writeFile(file, 'not an export\n');
  const tried = await Promise.all([
    ran(verify, '--against', file),
    ran(verify, '--against', join(folder, 'nowhere')),
    ran(verify, '--customer', 'cus_nobody'),
    ran(exportToFile, '--out', file),
    ran(verify, '--seal', 'abc'),
  ]);
  expect(tried.map(({ code, said }) => [code, said.trim()])).toEqual([
    [1, `Line 1 of ${file} is not one of an export.`],
    [1, expect.stringMatching(/nowhere cannot be read: ENOENT/)],
    [1, 'There is no customer cus_nobody.'],
    [1, expect.stringMatching(/notes.txt cannot be written: EEXIST/)],
    [1, '--seal: A seal is named by its hash, in 64 hexadecimal digits.'],
  ]);
}, 60_000);
