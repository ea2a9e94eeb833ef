import { migrate } from '@gatehouse/db/migrate';
import { hasEmbedded, startEmbedded } from '@gatehouse/postgres';
import type { CliEnv } from './env.ts';
import { step } from './progress.ts';
import { findRunning } from './running.ts';
import { Stop } from './stop.ts';

export type DatabaseInUse = {
  readonly appUrl: string;
  readonly adminUrl: string;
  readonly kind: 'own' | 'running' | 'embedded';
  stop(): Promise<void>;
};

const nothing = async (): Promise<void> => {};

/**
 * The database that a command works on: the one that the environment names, that of a Gatehouse which runs on the data
 * folder, or the embedded one, started for as long as the command takes.
 */
export async function openDatabase(env: CliEnv, log: (line: string) => void = () => {}): Promise<DatabaseInUse> {
  if (env.database) return { ...env.database, kind: 'own', stop: nothing };
  const running = await findRunning(env.dataFolder);
  if (running) return { appUrl: running.appUrl, adminUrl: running.adminUrl, kind: 'running', stop: nothing };
  const { appUrl, adminUrl, stop } = await startEmbedded({ dataDir: env.dataFolder, log });
  return { appUrl, adminUrl, kind: 'embedded', stop };
}

/** Opens the database for one piece of work, or makes it, and lets go of it, however that ends. */
export async function withDatabase<T>(env: CliEnv, work: (database: DatabaseInUse) => Promise<T>): Promise<T> {
  const database = await openDatabase(env, (line) => console.log(line));
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

/** Why there is no database to work on, in a sentence, or null where there is one. Nothing is made by asking. */
export function whyNoData({ database, dataFolder }: Pick<CliEnv, 'database' | 'dataFolder'>): string | null {
  if (database || hasEmbedded(dataFolder)) return null;
  return `There is no data in ${dataFolder} yet. Start Gatehouse once, or name its folder in GATEHOUSE_DATA or its database in DATABASE_URL.`;
}

/** The same for work on what is there already. @throws Stop where nothing is, and makes nothing. */
export async function withData<T>(env: CliEnv, work: (database: DatabaseInUse) => Promise<T>): Promise<T> {
  const missing = whyNoData(env);
  if (missing) throw new Stop(missing);
  return withDatabase(env, work);
}

/** Migrates, and says what the migrating role may not close itself: somebody has to ask the owner of the database. */
export async function migrateDatabase(database: Pick<DatabaseInUse, 'appUrl' | 'adminUrl'>): Promise<void> {
  const open = await step('Migrating the database', () => migrate(database));
  for (const { found, remedy } of open)
    console.warn(`A way past the guards is open: ${found}. The owner of the database closes it with: ${remedy}`);
}
