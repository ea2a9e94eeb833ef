import { readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withConnection } from './connect.ts';
import { type Credentials, superuserUrl } from './credentials.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { describeProcess, isRunning } from './os-process.ts';

export interface RunningServer {
  pid: number;
  port: number;
}

const ANSWERS_WITHIN_MS = 120_000;
const STOPS_WITHIN_MS = 30_000;

/** Finds the server that already runs on this cluster, because a Gatehouse that was killed hard leaves it behind. */
export async function findRunning(cluster: string, credentials: Credentials): Promise<RunningServer | undefined> {
  const pid = await postmasterPid(cluster);
  if (pid === undefined) return undefined;
  return waitUntilReady({ cluster, credentials, pid });
}

/** The process that the cluster's pid file names, if it is still that server. Pids are reused. */
export async function postmasterPid(cluster: string): Promise<number | undefined> {
  const pid = Number((await pidFile(cluster))?.[0]);
  const found = pid > 0 ? describeProcess(pid) : undefined;
  return found && (found.command === '' || found.command.includes(cluster)) ? pid : undefined;
}

/**
 * Postgres refuses to start while the pid in its file exists, even if it belongs to a zombie or to an unrelated process.
 * Once the server is known to be dead, this writes our own pid there, which Postgres ignores as its parent's. The file
 * itself stays, because its other lines tell Postgres whether children of the dead server still write.
 */
export async function disownPidFile(cluster: string): Promise<void> {
  const lines = await pidFile(cluster);
  if (!lines) return;
  await writeFile(join(cluster, 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'));
}

/** Waits for a server that is starting or recovering, and verifies that it is ours. Undefined if it has ended. */
export async function waitUntilReady(server: {
  cluster: string;
  credentials: Credentials;
  pid: number;
}): Promise<RunningServer | undefined> {
  const deadline = Date.now() + ANSWERS_WITHIN_MS;
  let problem: unknown = 'no answer';
  while (isRunning(server.pid)) {
    const file = await pidFile(server.cluster);
    const port = Number(file?.[3]);
    // Until a starting server has written its pid file, the existing file may belong to a dead server.
    if (port > 0 && Number(file?.[0]) === server.pid) {
      const folder = await servedFolder(server.credentials, port).catch((error: unknown) => {
        problem = error;
      });
      if (folder !== undefined && folder === (await realpath(server.cluster))) return { pid: server.pid, port };
      if (folder !== undefined) problem = `another server answers on port ${port}`;
    }
    if (Date.now() > deadline || isWrongPassword(problem)) throw doesNotAnswer(server.pid, problem);
    await sleep(50);
  }
  return undefined;
}

/** A fast shutdown, which rolls back open transactions and writes everything. A server that hangs is killed. */
export async function stopServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isRunning(pid)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + STOPS_WITHIN_MS;
    while (isRunning(pid) && Date.now() < deadline) await sleep(20);
  }
}

async function pidFile(cluster: string): Promise<string[] | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  return text?.split('\n');
}

async function servedFolder(credentials: Credentials, port: number): Promise<string> {
  return withConnection(superuserUrl(credentials, port), async (sql) => {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return realpath(row?.folder ?? '');
  });
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '28P01';
}

function doesNotAnswer(pid: number, problem: unknown): EmbeddedPostgresError {
  const why = problem instanceof Error ? problem.message : String(problem);
  return new EmbeddedPostgresError(
    `A Postgres of an earlier start (process ${pid}) is still running but cannot be used: ${why}. Stop that process and start again.`,
  );
}
