import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { ROLES } from './credentials.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';

export interface NewCluster {
  home: string;
  cluster: string;
  account: Account;
  binaries: Binaries;
  superuserPassword: string;
  durable: boolean;
}

const DRAFT = 'cluster.new.';

/** The environment of every program that we run, so that no PGPORT or locale of the caller changes what it does. */
export const CLEAN_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

export function clusterExists(cluster: string): boolean {
  return existsSync(join(cluster, 'PG_VERSION'));
}

/** Creates the cluster in another folder and then renames it, so that a killed start never leaves an incomplete cluster. */
export async function createCluster(to: NewCluster): Promise<void> {
  await removeDrafts(to.home);
  // The name holds our pid, because the initdb of a killed start may still be writing to its own folder.
  const draft = join(to.home, `${DRAFT}${process.pid}`);
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${to.superuserPassword}\n`, { mode: 0o600 });
  if ('uid' in to.account) {
    await chown(draft, to.account.uid, to.account.gid);
    await chown(passwordFile, to.account.uid, to.account.gid);
  }
  try {
    runInitdb(draft, passwordFile, to);
    await rename(draft, to.cluster);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function removeDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(DRAFT)) continue;
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

function runInitdb(draft: string, passwordFile: string, to: NewCluster): void {
  const args = [
    `--pgdata=${draft}`,
    `--username=${ROLES.superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    // Without these the encoding follows the environment, and an empty environment makes SQL_ASCII.
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
    ...(to.durable ? [] : ['--no-sync']),
  ];
  const result = spawnSync(to.binaries.initdb, args, {
    ...to.account,
    cwd: to.home,
    env: CLEAN_ENVIRONMENT,
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  const why = result.error?.message ?? result.stderr.trim();
  throw new EmbeddedPostgresError(`Postgres could not create its data folder in ${to.cluster}: ${why}`);
}

/** Only the major version that created a cluster can read it. */
export async function checkMajor(cluster: string, binaries: Binaries): Promise<void> {
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (made === binaries.major) return;
  throw new EmbeddedPostgresError(
    `The data in ${cluster} was made by Postgres ${made}, and this is Postgres ${binaries.major}. Move it with pg_dump, or set GATEHOUSE_DATA to another folder.`,
  );
}
