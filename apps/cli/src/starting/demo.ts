import type { DatabaseInUse } from '../database.ts';
import type { DemoFile } from '../demo/demo-file.ts';
import { refreshDemo } from '../demo/refresh.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import type { CliEnv } from '../env.ts';
import { step } from '../progress.ts';

const SKIPPED = { demo: 'it is there', others: 'none, because the database holds other data' } as const;

/** Loads the demo data where there is nothing yet, and writes `demo.json` anew. Null when the database is somebody's own. */
export async function prepareDemo(
  env: CliEnv,
  database: Pick<DatabaseInUse, 'appUrl' | 'adminUrl'>,
  keys: string,
  url: string,
): Promise<DemoFile | null> {
  const { appUrl, adminUrl } = database;
  const stage = { appUrl, adminUrl, keys, filesFolder: env.filesFolder, publicUrl: url, port: env.port };
  const answer = await step(
    'Loading demo data',
    () => seedDemo(stage),
    (result) => ('seeded' in result ? 'done' : SKIPPED[result.skipped]),
  );
  const fresh = 'seeded' in answer ? answer.seeded : null;
  return refreshDemo({ ...stage, dataFolder: env.dataFolder, url, fresh });
}
