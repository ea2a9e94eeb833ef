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

/** Given on the command line, so that a change here also reaches the data of an earlier version. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // A socket's path may hold about a hundred characters, which a checkout easily exceeds, and nobody needs it.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Failing statements and the rows in an error's details are personal data, and personal data appears in no log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** For databases that live as long as one test run: a crash may take them. */
const THROWAWAY: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** Starts Postgres on the remembered port and waits until it answers. Only for a cluster on which nothing runs. */
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
    // After a hard kill its children may take a moment to notice that their server is gone.
    if (attempt === ATTEMPTS || !said.includes('pre-existing shared memory block')) {
      throw new EmbeddedPostgresError(`Postgres did not start. It said (${logFile}):\n${said.trim()}`);
    }
    await sleep(500);
  }
}

/**
 * In a session of its own, so that Ctrl-C in a terminal does not stop it before those who still write to it, and with a
 * file as its output, so that it does not break off when we are killed.
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
