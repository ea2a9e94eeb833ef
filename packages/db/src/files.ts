import { constants } from 'node:fs';
import { access, mkdir, rename, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '@gatehouse/domain';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where sealed files lie. Keys are ours and hold no personal data. */
export interface FileStore {
  /** Stores all of it or nothing. @throws Refusal UNAVAILABLE when the disk is full or cannot be written. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array>;
  remove(key: string): Promise<void>;
  /** Whether a file would be taken now. It writes nothing, so it may be asked often. */
  ready(): Promise<boolean>;
}

/** Below this much room the store counts as full, in bytes: a few more uploads would fill it. */
export const LEAST_ROOM = 32 * 1024 * 1024;

/** Files on the local disk, below `folder`. */
export function fileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  return {
    async put(key, bytes) {
      // Under its own name a file is whole: a process that ends while it writes leaves a part of another name.
      const part = `${key}.part`;
      try {
        await disk.put(part, bytes);
        // The disk's own move copies, and a copy can end half way.
        await rename(join(folder, part), join(folder, key));
      } catch (error) {
        await disk.delete(part).catch(() => {});
        throw hasNoRoom(error) ? cannotTakeFiles() : error;
      }
    },
    get: (key) => disk.getBytes(key),
    remove: (key) => disk.delete(key),
    ready: () =>
      freeRoom(folder).then(
        (free) => free >= LEAST_ROOM,
        () => false,
      ),
  };
}

/** How many bytes are free where the files lie. @throws when the folder cannot be written. */
export async function freeRoom(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** A full disk, a used-up quota, a file that may not grow further, and a place that may not be written. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM']);

function hasNoRoom(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && NO_ROOM.has(String(error.code))) || hasNoRoom(error.cause);
}

const cannotTakeFiles = (): Refusal =>
  new Refusal('UNAVAILABLE', 'Gatehouse cannot take files just now. Nothing was changed; try again later.');
