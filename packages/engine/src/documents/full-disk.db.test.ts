import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LEAST_ROOM } from '@gatehouse/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createdCustomer, heldDocument, specimenBytes } from '../testing/customers.ts';
import { refusalOf } from '../testing/refusals.ts';
import { createWorld, type World } from '../testing/world.ts';

const SMALL_DISK = LEAST_ROOM + 8 * 1024 * 1024;
const LEFT = 20 * 1024;

let world: World;
let disk: string;
let isOwnDisk = false;
beforeAll(async () => {
  disk = await mkdtemp(join(tmpdir(), 'gatehouse-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK}`, 'tmpfs', disk], { stdio: 'ignore' });
    isOwnDisk = true;
  } catch {
    // Only root can mount a small disk. Other users get a read-only folder instead.
  }
  world = await createWorld({ filesFolder: disk });
});
afterAll(async () => {
  await world.close();
  if (isOwnDisk) execFileSync('umount', ['-l', disk]);
  await rm(disk, { recursive: true, force: true });
});

async function fill(): Promise<void> {
  const { bavail, bsize } = await statfs(disk);
  if (isOwnDisk) await writeFile(join(disk, 'filling'), Buffer.alloc(bavail * bsize - LEFT));
  else for (const each of await folders()) await chmod(each, 0o500);
}
async function empty(): Promise<void> {
  if (isOwnDisk) await rm(join(disk, 'filling'));
  else for (const each of await folders()) await chmod(each, 0o700);
}
const folders = async (): Promise<string[]> => [
  disk,
  ...(await readdir(disk, { recursive: true, withFileTypes: true })).flatMap((each) =>
    each.isDirectory() ? [join(each.parentPath, each.name)] : [],
  ),
];
const files = async (): Promise<string[]> => (await readdir(disk, { recursive: true })).sort();

test('on a full disk an upload is refused without changes and health reports it, until there is space again', async () => {
  const id = await heldDocument(world, await createdCustomer(world));
  const row = async () => (await world.sql`select * from document where id = ${id}`)[0];
  const receive = async () => world.engine.documents.receive(world.app, id, await specimenBytes());
  const before = { row: await row(), files: await files() };
  expect(await world.engine.health()).toMatchObject({ files: true });
  await fill();
  expect(await refusalOf(receive())).toMatchObject({
    code: 'UNAVAILABLE',
    message: 'Gatehouse cannot take files just now. Nothing was changed; try again later.',
  });
  expect(await world.engine.health()).toMatchObject({ database: true, files: false });
  await empty();
  expect({ row: await row(), files: await files() }).toEqual(before);
  // Stored files stayed readable, and the same upload now succeeds.
  expect((await receive()).state).toBe('HELD');
  expect(await world.engine.health()).toMatchObject({ files: true });
});
