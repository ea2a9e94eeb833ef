import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, statfs, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileStore, LEAST_ROOM } from './files.ts';

const MB = 1024 * 1024;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-store-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const refused = expect.objectContaining({ name: 'Refusal', code: 'UNAVAILABLE' });
const everyFile = async (place: string): Promise<string[]> =>
  (await readdir(place, { recursive: true, withFileTypes: true })).flatMap((each) =>
    each.isDirectory() ? [] : [each.name],
  );

test('stores, reads and removes a file, and leaves no other file', async () => {
  const store = fileStore(folder);
  await store.put('a/b', Buffer.from('whole'));
  expect(Buffer.from(await store.get('a/b')).toString()).toBe('whole');
  expect(await everyFile(folder)).toEqual(['b']);
  expect(await store.ready()).toBe(true);
  await store.remove('a/b');
  expect(await everyFile(folder)).toEqual([]);
});

test('refuses a file when the device is full, and leaves no part of it', async () => {
  const store = fileStore(folder);
  // The file is written to a device that is always full.
  await mkdir(join(folder, 'full'));
  await symlink('/dev/full', join(folder, 'full/file.part'));
  await expect(store.put('full/file', Buffer.alloc(100))).rejects.toEqual(refused);
  expect(await everyFile(folder)).toEqual([]);
});

test('throws other errors as they are, and is not ready without its folder', async () => {
  await writeFile(join(folder, 'file'), '');
  const store = fileStore(join(folder, 'file'));
  await expect(store.put('a', Buffer.alloc(1))).rejects.not.toEqual(refused);
  expect(await store.ready()).toBe(false);
});

/** A file system that is small enough to fill. Only root can mount one; elsewhere the full device above has to do. */
const small = await mkdtemp(join(tmpdir(), 'gatehouse-small-'));
const mounted = (() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${LEAST_ROOM + 8 * MB}`, 'tmpfs', small], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const remount = (how: 'ro' | 'rw'): void =>
  void execFileSync('mount', ['-o', `remount,${how}`, small], { stdio: 'ignore' });
afterAll(async () => {
  if (mounted) execFileSync('umount', ['-l', small]);
  await rm(small, { recursive: true, force: true });
});

describe.runIf(mounted)('a small disk', () => {
  test('is not ready when it is full, leaves no part of a file, and takes files again when there is room', async () => {
    const store = fileStore(join(small, 'files'));
    await store.put('before', Buffer.alloc(MB));
    expect(await store.ready()).toBe(true);
    const { bavail, bsize } = await statfs(small);
    await writeFile(join(small, 'filling'), Buffer.alloc(bavail * bsize - 2 * MB));
    expect(await store.ready()).toBe(false);
    await expect(store.put('tenant/too-large', Buffer.alloc(4 * MB))).rejects.toEqual(refused);
    expect(await everyFile(join(small, 'files'))).toEqual(['before']);
    expect((await store.get('before')).length).toBe(MB);
    await rm(join(small, 'filling'));
    await store.put('tenant/too-large', Buffer.alloc(4 * MB));
    expect(await store.ready()).toBe(true);
  });

  test('refuses files and is not ready while it is read-only', async () => {
    remount('ro');
    const store = fileStore(join(small, 'files'));
    expect(await store.ready()).toBe(false);
    await expect(store.put('late', Buffer.alloc(MB))).rejects.toEqual(refused);
    remount('rw');
  });
});
