import { execFileSync, spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { EmbeddedPostgresError } from './embedded-error.ts';

/** The user that Postgres runs as. Empty means the current user; root needs another, because Postgres refuses root. */
export type Account = { uid: number; gid: number } | Record<never, never>;

const NAME = 'postgres';
const HOME = '/var/lib/gatehouse';

/** Commands that create a system user, the most common tool first. */
const CREATE_USER: readonly (readonly [string, readonly string[]])[] = [
  ['useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', HOME, '--shell', '/bin/false', NAME]],
  ['adduser', ['--system', '--group', '--no-create-home', '--home', HOME, NAME]],
  ['adduser', ['-S', '-D', '-H', '-h', HOME, NAME]],
];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** An existing cluster keeps its owner, so that root can also start data that an ordinary user made. */
export async function accountFor(cluster: string, log: (line: string) => void): Promise<Account> {
  const owner = await stat(cluster).catch(() => undefined);
  if (!isRoot()) {
    if (owner && process.getuid && owner.uid !== process.getuid()) {
      throw new EmbeddedPostgresError(
        `The data in ${cluster} belongs to another user of this machine. Start as that user (or as root), or set GATEHOUSE_DATA to another folder.`,
      );
    }
    return {};
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findUser() ?? createUser(log);
}

function findUser(): Account | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function createUser(log: (line: string) => void): Account {
  log(`Postgres does not run as root: creating the system user "${NAME}" for it`);
  for (const [tool, args] of CREATE_USER) {
    if (spawnSync(tool, args, { stdio: 'ignore' }).status === 0) break;
  }
  const account = findUser();
  if (account) return account;
  throw new EmbeddedPostgresError(
    `Postgres does not run as root, and the system user "${NAME}" could not be created. Create it, or start as an ordinary user.`,
  );
}

/** Runs a program as that account and returns its error, if any. It runs in `/`, which every user may enter. */
export function tryAs(account: Account, program: string, args: readonly string[]): string | undefined {
  const result = spawnSync(program, args, {
    ...account,
    cwd: '/',
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.error) return result.error.message;
  return result.status === 0 ? undefined : result.stderr.trim() || `exit code ${result.status}`;
}
