import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { accountFor } from './account.ts';
import { findBinaries } from './binaries.ts';
import { checkMajor, clusterExists, createCluster } from './cluster.ts';
import { adminUrl, appUrl, newCredentials, readCredentials, writeCredentials } from './credentials.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { lockFolder } from './folder-lock.ts';
import { findHome, makeDataDir, readPointer } from './home.ts';
import { keepRunning } from './keep-running.ts';
import { type Launch, launch } from './launch.ts';
import { choosePort, ensureFreePort } from './port.ts';
import { ensureRoles } from './roles.ts';
import { findRunning, postmasterPid, type RunningServer, stopServer } from './running-server.ts';

export interface EmbeddedOptions {
  /** The folder of the data and the credentials. It is created if it is missing. */
  dataDir: string;
  /** A fixed port. By default a free port is chosen once and stored. */
  port?: number;
  /** False trades crash safety for speed, for throwaway databases. Default true. */
  durable?: boolean;
  /** Receives a short sentence for each step that takes time or may surprise. */
  log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** The role that owns the database and migrates it: `gatehouse_admin`. */
  adminUrl: string;
  /** The role that the application uses: `gatehouse_app`. */
  appUrl: string;
  port: number;
  /** True when the server of a killed start was still running and is used again. */
  adopted: boolean;
  /** Shuts Postgres down cleanly and releases the folder. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts a real Postgres from the binaries that npm installs, on 127.0.0.1 only, or adopts the one that a killed start left
 * running on the same folder. It is restarted if it ends unexpectedly.
 *
 * @throws EmbeddedPostgresError when another living Gatehouse uses the folder, or when Postgres cannot run here.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const dataDir = await makeDataDir(options.dataDir);
  const account = await accountFor(join((await readPointer(dataDir)) ?? dataDir, 'cluster'), log);
  const home = await findHome(dataDir, account, log);
  const lock = await lockFolder(home, dataDir);
  try {
    const cluster = join(home, 'cluster');
    const known = await readCredentials(dataDir);
    if (!known && clusterExists(cluster)) await setAside(cluster, home, dataDir, log);
    const credentials = known ?? newCredentials(options.port ?? (await choosePort()));
    const running = known && (await findRunning(cluster, credentials));
    const durable = options.durable ?? true;
    const plan: Launch = { home, cluster, account, binaries: await findBinaries(account, log), credentials, durable };
    const server = running ?? (await startFresh(plan, dataDir, options.port, log));
    await ensureRoles(credentials, server.port);
    const kept = keepRunning(server, () => launch(plan), log);
    return {
      adminUrl: adminUrl(credentials, server.port),
      appUrl: appUrl(credentials, server.port),
      port: server.port,
      adopted: running !== undefined,
      stop: once(async () => {
        await stopServer((await kept.end()).pid);
        await lock.release();
      }),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startFresh(
  plan: Launch,
  dataDir: string,
  wantedPort: number | undefined,
  log: (line: string) => void,
): Promise<RunningServer> {
  await ensureFreePort(plan.credentials, wantedPort, log);
  await writeCredentials(dataDir, plan.credentials);
  if (!clusterExists(plan.cluster)) {
    log('Creating the database');
    await createCluster({ ...plan, superuserPassword: plan.credentials.superuserPassword });
  }
  await checkMajor(plan.cluster, plan.binaries);
  return launch(plan);
}

/**
 * Moves a cluster without credentials out of the way, because it cannot be opened. It is kept, because emptying the data
 * folder to start afresh does not mean that the database elsewhere may be deleted.
 */
async function setAside(cluster: string, home: string, dataDir: string, log: (line: string) => void): Promise<void> {
  if (home === dataDir) {
    throw new EmbeddedPostgresError(
      `There is a database in ${cluster}, but credentials.json beside it is missing. Restore that file, or move the database away to start afresh.`,
    );
  }
  const pid = await postmasterPid(cluster);
  if (pid !== undefined) await stopServer(pid);
  const aside = `${cluster}.${Date.now()}`;
  log(`The earlier database of this folder, whose passwords are gone, is set aside in ${aside}`);
  await rename(cluster, aside);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
