import { join, resolve } from 'node:path';
import { type Environment, EnvironmentError, type NameOf, readEnvironment, type Source } from '@gatehouse/environment';
import { ROOT } from './checkout.ts';
import { Stop } from './stop.ts';

export type CliEnv = {
  readonly production: boolean;
  /** The folder of an evaluation's database, keys and files. */
  readonly dataFolder: string;
  readonly filesFolder: string;
  /** The Postgres that the environment names, or null for the embedded one. */
  readonly database: { readonly appUrl: string; readonly adminUrl: string } | null;
  /** The address of ClamAV's daemon. Null if uploads are not scanned for malware. */
  readonly clamav: string | null;
  readonly keys: string | null;
  readonly authSecret: string | null;
  /** The address under which people reach the installation. Null for this machine's own address. */
  readonly url: string | null;
  /** The password for `create-admin` and `create-staff`, which otherwise ask for it. */
  readonly adminPassword: string | null;
  readonly host: string;
  readonly port: number;
};

/**
 * Reads and validates the environment.
 *
 * @param needed the variables that production requires. `start` needs everything.
 * @throws Stop with a sentence for each missing or invalid variable.
 */
export function readEnv(source: Source, needed: 'everything' | readonly NameOf<'cli'>[] = []): CliEnv {
  const env = read(source, needed);
  const production = env.GATEHOUSE_ENV === 'production';
  const dataFolder = resolve(env.GATEHOUSE_DATA ?? join(ROOT, '.gatehouse'));
  return {
    production,
    dataFolder,
    filesFolder: resolve(env.GATEHOUSE_FILES ?? join(dataFolder, 'files')),
    // Both roles may share one address for a trial. History is then not protected from the application.
    database: env.DATABASE_URL
      ? { appUrl: env.DATABASE_URL, adminUrl: env.DATABASE_ADMIN_URL ?? env.DATABASE_URL }
      : null,
    clamav: env.GATEHOUSE_CLAMAV ?? null,
    keys: env.GATEHOUSE_KEYS ?? null,
    authSecret: env.GATEHOUSE_AUTH_SECRET?.trim() ?? null,
    url: env.GATEHOUSE_URL ?? null,
    adminPassword: env.GATEHOUSE_ADMIN_PASSWORD ?? null,
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: env.PORT,
  };
}

function read(source: Source, needed: 'everything' | readonly NameOf<'cli'>[]): Environment<'cli'> {
  try {
    const env = readEnvironment('cli', source, needed === 'everything' ? undefined : needed);
    // The web app accepts 0 for any free port. The command line prints the address before the web app runs.
    if (env.PORT === 0) throw new Stop('PORT is not valid: It must be a number from 1 to 65535.');
    return env;
  } catch (error) {
    throw error instanceof EnvironmentError ? new Stop(error.message) : error;
  }
}
