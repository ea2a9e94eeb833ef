import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@gatehouse/postgres';
import type { DatabaseServer } from './test-server.ts';

const PREFIX = 'gatehouse-test-';

/** An embedded Postgres in a temporary folder, without protection against a crash, for one run of tests. */
export async function throwawayServer(): Promise<DatabaseServer> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  // As root, Postgres runs as another user, who has to get in.
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
 * A run that was killed leaves its server and its folder behind. Adopting the server is the way to stop it; a folder
 * that is in use by a run beside this one, or that belongs to somebody else, refuses and stays.
 */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    // Written under the lock: a folder without it is being set up by a run beside this one.
    if (!existsSync(join(folder, 'credentials.json'))) continue;
    try {
      await (await startEmbedded({ dataDir: folder, durable: false })).stop();
      await rm(folder, { recursive: true, force: true });
    } catch {}
  }
}
