import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@gatehouse/db/migrate';
import { type Assembled, assemble } from '@gatehouse/engine';
import { startEmbedded } from '@gatehouse/postgres';
import { automaticProviders, fileInspector } from '@gatehouse/providers';
import postgres, { type Sql } from 'postgres';

export const BENCH_PARTNER = { name: 'Bench', supportEmail: 'help@example.com', accountManager: 'help@example.com' };

/** A new Gatehouse on its own Postgres, with one partner and its TEST tenant. */
export type World = Assembled & {
  readonly tenantId: string;
  readonly admin: Sql;
  readonly appUrl: string;
  /** The keys and the folder of the files, as a separate process needs them. */
  readonly keys: string;
  readonly files: string;
  end(): Promise<void>;
};

export async function openWorld(connections: number): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
  // As root, Postgres runs as another user, who needs access to the folder.
  await chmod(folder, 0o755);
  const server = await startEmbedded({ dataDir: folder });
  await migrate(server);
  const key = randomBytes(32);
  const files = join(folder, 'files');
  const assembled = assemble({
    databaseUrl: server.appUrl,
    connections,
    name: 'gatehouse-bench',
    keys: new Map([['bench', key]]),
    filesFolder: files,
    providers: automaticProviders(),
    inspector: fileInspector,
    evaluation: true,
    publicUrl: 'http://localhost',
    onError: (error) => console.error(error),
  });
  const admin = postgres(server.adminUrl, { max: 2, onnotice: () => {} });
  const { tenants } = await assembled.engine.partners.create(BENCH_PARTNER);
  return {
    ...assembled,
    tenantId: tenants.TEST,
    admin,
    appUrl: server.appUrl,
    keys: `bench:${key.toString('base64')}`,
    files,
    end: async () => {
      await assembled.close();
      await admin.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a worker process as operators do. */
export const startWorker = (world: World): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, '../apps/worker/src/main.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: world.appUrl,
      GATEHOUSE_KEYS: world.keys,
      GATEHOUSE_FILES: world.files,
      GATEHOUSE_URL: 'http://localhost',
      GATEHOUSE_ENV: 'evaluation',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });

export async function stopWorker(worker: ChildProcess): Promise<void> {
  worker.kill('SIGTERM');
  await once(worker, 'exit');
}

/** Runs `work` over all items with the given concurrency. @returns items per second. */
export async function throughput<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  const lane = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return items.length / ((performance.now() - started) / 1000);
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Prints a result, and stores it in a file with a description of the machine. */
export async function report(name: string, result: Record<string, unknown>): Promise<void> {
  const [cpu] = cpus();
  const full = {
    name,
    at: new Date().toISOString(),
    node: process.version,
    cores: cpus().length,
    cpu: cpu?.model,
    ...result,
  };
  console.log(JSON.stringify(full, null, 2));
  await writeFile(new URL(`./results/${name}.json`, import.meta.url), `${JSON.stringify(full, null, 2)}\n`);
}
