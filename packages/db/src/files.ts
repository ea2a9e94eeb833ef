import { constants } from 'node:fs';
import { access, mkdir, rename, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { message, Refusal } from '@gatehouse/domain';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** The store of sealed files. Gatehouse makes the keys, and they hold no personal data. */
export interface FileStore {
  /** Stores the whole file or nothing. @throws Refusal UNAVAILABLE when the disk is full or cannot be written. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array>;
  remove(key: string): Promise<void>;
  /** Whether the store can take a file now. It writes nothing, so it is cheap to ask. */
  ready(): Promise<boolean>;
}

/** The store counts as full when fewer bytes are free, because a few more uploads would fill it. */
export const LEAST_ROOM = 32 * 1024 * 1024;

/** Files on the local disk, below `folder`. */
export function fileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  return {
    async put(key, bytes) {
      // A process that is killed while it writes leaves a file with another name, never half a file.
      const part = `${key}.part`;
      try {
        await disk.put(part, bytes);
        // The move of flydrive copies the file, and a copy can be interrupted.
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

/** How many bytes are free on the folder's file system. @throws when the folder cannot be written. */
export async function freeRoom(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** A full disk, an exhausted quota, a file at its maximum size, and a folder that is not writable. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM']);

function hasNoRoom(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && NO_ROOM.has(String(error.code))) || hasNoRoom(error.cause);
}

const cannotTakeFiles = (): Refusal => new Refusal('UNAVAILABLE', { says: message('refusals.documents.noRoom') });
