import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@gatehouse/postgres';
import type { DatabaseServer } from './test-server.ts';

const PREFIX = 'gatehouse-test-';

/** An embedded Postgres in a temporary folder for one test run, without protection against a crash. */
export async function throwawayServer(): Promise<DatabaseServer> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  // As root, Postgres runs as another user, who needs access to the folder.
  await chmod(folder, 0o755);
  const embedded = await startEmbedded({ dataDir: folder, durable: false });
  return {
    ...embedded,
    async stop() {
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Removes servers and folders that killed runs left behind. A server is stopped by adopting it. A folder that another
 * run uses, or that belongs to another user, refuses and stays.
 */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    // It is written under the lock: another run is setting up a folder that lacks it.
    if (!existsSync(join(folder, 'credentials.json'))) continue;
    try {
      await (await startEmbedded({ dataDir: folder, durable: false })).stop();
      await rm(folder, { recursive: true, force: true });
    } catch {}
  }
}
