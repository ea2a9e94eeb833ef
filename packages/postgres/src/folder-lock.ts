import { link, mkdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { describeProcess } from './os-process.ts';

interface Holder {
  pid: number;
  startedAt: string;
}

const STEALING_TAKES_AT_MOST_MS = 10_000;

/**
 * Allows one process at a time on a data folder. The lock names its holder, so that a lock of a killed process can be
 * taken over. `link` is atomic: of two starts at once, one gets the lock and the other fails.
 */
export async function lockFolder(folder: string, dataDir: string): Promise<{ release(): Promise<void> }> {
  const lock = join(folder, 'gatehouse.lock');
  const mine = `${lock}.${process.pid}`;
  const me: Holder = { pid: process.pid, startedAt: describeProcess(process.pid)?.startedAt ?? '' };
  await writeFile(mine, JSON.stringify(me));
  try {
    while (!(await linked(mine, lock))) {
      const holder = await readHolder(lock);
      if (holder && isAlive(holder)) throw inUse(holder.pid, dataDir);
      if (holder) await removeAbandoned(lock);
    }
  } finally {
    await rm(mine, { force: true });
  }
  return { release: () => rm(lock, { force: true }) };
}

function inUse(pid: number, dataDir: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The data in ${dataDir} is in use by another Gatehouse (process ${pid}). Stop that one first, or set GATEHOUSE_DATA to another folder.`,
  );
}

function isAlive(holder: Holder): boolean {
  return describeProcess(holder.pid)?.startedAt === holder.startedAt;
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(lock: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(lock, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Removes a stale lock under a second lock, after checking again, so that it never removes a fresh one. */
async function removeAbandoned(lock: string): Promise<void> {
  const stealing = `${lock}.stealing`;
  try {
    await mkdir(stealing);
  } catch {
    await sleep(50);
    const made = await stat(stealing).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > STEALING_TAKES_AT_MOST_MS) await rmdir(stealing).catch(() => undefined);
    return;
  }
  try {
    const holder = await readHolder(lock);
    if (holder && !isAlive(holder)) await rm(lock, { force: true });
  } finally {
    await rmdir(stealing);
  }
}
