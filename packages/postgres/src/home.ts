import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, isRoot, tryAs } from './account.ts';

/** The folder for what the Postgres user must reach when only root may enter the checkout. */
export const SYSTEM_HOME = '/var/lib/gatehouse';

const POINTER = 'location';

/**
 * The folder that holds the cluster. It is the data folder, or, if the Postgres user may not enter that, a folder below
 * SYSTEM_HOME, to which a small file in the data folder points.
 */
export async function findHome(dataDir: string, account: Account, log: (line: string) => void): Promise<string> {
  if (!isRoot()) return dataDir;
  const pointed = await readPointer(dataDir);
  if (pointed !== undefined) return makeReachable(pointed);
  if (tryAs(account, '/bin/sh', ['-c', 'cd "$0"', dataDir]) === undefined) return dataDir;
  const home = join(SYSTEM_HOME, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  await makeReachable(home);
  log(`The user that runs Postgres may not enter ${dataDir}: the database is kept in ${home}`);
  await writeFile(join(dataDir, POINTER), `${home}\n`);
  return home;
}

/** The folder to which that file points, if there is one. It creates nothing. */
export async function readPointer(dataDir: string): Promise<string | undefined> {
  const text = await readFile(join(dataDir, POINTER), 'utf8').catch(() => undefined);
  return text?.trim();
}

/** Creates the data folder and returns its real path, from which the names of locks and of the folder elsewhere derive. */
export async function makeDataDir(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  return realpath(dataDir);
}

async function makeReachable(home: string): Promise<string> {
  await mkdir(home, { recursive: true });
  // Set explicitly, because the caller's umask may remove these rights.
  await chmod(SYSTEM_HOME, 0o755);
  await chmod(home, 0o755);
  return home;
}
