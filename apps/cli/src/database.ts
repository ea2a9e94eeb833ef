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
 * Opens the database for a command: the one that the environment names, that of a Gatehouse that runs on the data folder,
 * or the embedded one, which runs as long as the command takes.
 */
export async function openDatabase(env: CliEnv, log: (line: string) => void = () => {}): Promise<DatabaseInUse> {
  if (env.database) return { ...env.database, kind: 'own', stop: nothing };
  const running = await findRunning(env.dataFolder);
  if (running) return { appUrl: running.appUrl, adminUrl: running.adminUrl, kind: 'running', stop: nothing };
  const { appUrl, adminUrl, stop } = await startEmbedded({ dataDir: env.dataFolder, log });
  return { appUrl, adminUrl, kind: 'embedded', stop };
}

/** Opens the database for some work, or creates it, and always closes it again. */
export async function withDatabase<T>(env: CliEnv, work: (database: DatabaseInUse) => Promise<T>): Promise<T> {
  const database = await openDatabase(env, (line) => console.log(line));
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

/** A sentence that says why there is no database, or null if there is one. It creates nothing. */
export function whyNoData({ database, dataFolder }: Pick<CliEnv, 'database' | 'dataFolder'>): string | null {
  if (database || hasEmbedded(dataFolder)) return null;
  return `There is no data in ${dataFolder} yet. Start Gatehouse once, or name its folder in GATEHOUSE_DATA or its database in DATABASE_URL.`;
}

/** Like `withDatabase`, but creates nothing. @throws Stop if there is no data yet. */
export async function withData<T>(env: CliEnv, work: (database: DatabaseInUse) => Promise<T>): Promise<T> {
  const missing = whyNoData(env);
  if (missing) throw new Stop(missing);
  return withDatabase(env, work);
}

/** Migrates, and reports bypasses of the guards that only the owner of the database can close. */
export async function migrateDatabase(database: Pick<DatabaseInUse, 'appUrl' | 'adminUrl'>): Promise<void> {
  const bypasses = await step('Migrating the database', () => migrate(database));
  for (const { found, remedy } of bypasses)
    console.warn(`The guards can be bypassed: ${found}. The owner of the database closes it with: ${remedy}`);
}
