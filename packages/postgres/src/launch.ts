import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { CLEAN_ENVIRONMENT } from './cluster.ts';
import type { Credentials } from './credentials.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { disownPidFile, type RunningServer, waitUntilReady } from './running-server.ts';

export interface Launch {
  home: string;
  cluster: string;
  account: Account;
  binaries: Binaries;
  credentials: Credentials;
  durable: boolean;
}

const ATTEMPTS = 20;
const LOG_KEPT_BYTES = 5_000_000;

/** Settings for the command line, so that a change here also applies to existing data. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // The path of a socket is limited to about a hundred characters, which a checkout easily exceeds. Nothing uses it.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Failing statements and the rows in an error's details may hold personal data, which must not appear in a log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Settings for throwaway databases, which a crash may corrupt. */
const THROWAWAY: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** Starts Postgres on the stored port and waits until it answers. No server may be running on the cluster. */
export async function launch(options: Launch): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const logFile = join(options.home, 'postgres.log');
    const log = openSync(logFile, logIsLong(logFile) ? 'w' : 'a', 0o600);
    const before = fstatSync(log).size;
    await disownPidFile(options.cluster);
    const pid = spawnPostgres(options, log);
    closeSync(log);
    const server = await waitUntilReady({ ...options, pid });
    if (server) return server;
    const said = readFileSync(logFile, 'utf8').slice(before);
    // After a hard kill, its children may need a moment to notice that their server is gone.
    if (attempt === ATTEMPTS || !said.includes('pre-existing shared memory block')) {
      throw new EmbeddedPostgresError(`Postgres did not start. It said (${logFile}):\n${said.trim()}`);
    }
    await sleep(500);
  }
}

/**
 * Postgres runs in a session of its own, so that Ctrl-C in a terminal does not stop it before the processes that write to
 * it. Its output goes to a file, so that it survives when we are killed.
 */
function spawnPostgres(options: Launch, log: number): number {
  const settings = { ...SETTINGS, ...(options.durable ? {} : THROWAWAY), port: String(options.credentials.port) };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(options.binaries.postgres, ['-D', options.cluster, ...args], {
    ...options.account,
    cwd: options.home,
    env: CLEAN_ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.once('error', () => undefined);
  child.unref();
  if (child.pid === undefined) throw new EmbeddedPostgresError(`${options.binaries.postgres} could not be run.`);
  return child.pid;
}

function logIsLong(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_KEPT_BYTES;
}
