import type { DatabaseInUse } from '../database.ts';
import type { DemoFile } from '../demo/demo-file.ts';
import { refreshDemo } from '../demo/refresh.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import type { CliEnv } from '../env.ts';
import { step } from '../progress.ts';

const SKIPPED = { demo: 'it is there', others: 'none, because the database holds other data' } as const;

/** Loads the demo data into an empty database, and rewrites `demo.json`. Null if the database holds other data. */
export async function prepareDemo(
  env: CliEnv,
  database: Pick<DatabaseInUse, 'appUrl' | 'adminUrl'>,
  keys: string,
  url: string,
): Promise<DemoFile | null> {
  const { appUrl, adminUrl } = database;
  const options = { appUrl, adminUrl, keys, filesFolder: env.filesFolder, publicUrl: url, port: env.port };
  const result = await step(
    'Loading demo data',
    () => seedDemo(options),
    (seeding) => ('seeded' in seeding ? 'done' : SKIPPED[seeding.skipped]),
  );
  const fresh = 'seeded' in result ? result.seeded : null;
  return refreshDemo({ ...options, dataFolder: env.dataFolder, url, fresh });
}
