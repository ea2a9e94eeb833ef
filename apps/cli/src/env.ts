import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ROOT } from './checkout.ts';
import { Stop } from './stop.ts';

/** Every variable that production can need, with what it is. */
const WORDS = {
  DATABASE_URL: 'the address of the database for the application’s role',
  DATABASE_ADMIN_URL: 'the same database for the role that owns it and migrates',
  GATEHOUSE_KEYS: 'the key-encryption keys, as id:base64 with 32 bytes each (`openssl rand -base64 32` makes one)',
  GATEHOUSE_AUTH_SECRET: 'a random text of at least 32 characters that protects sign-in sessions',
  GATEHOUSE_URL: 'the address under which people reach this installation',
  SMTP_URL: 'the mail server, like smtps://user:password@host:465',
  MAIL_FROM: 'the sender of emails, like "Gatehouse <no-reply@example.com>"',
} as const;
type Variable = keyof typeof WORDS;

/** What `start` needs in production. The other commands need less, and name it themselves. */
export const NEEDED_TO_START = Object.keys(WORDS) as Variable[];

const text = z.string().trim().min(1).optional();
const Environment = z.object({
  GATEHOUSE_ENV: z.enum(['evaluation', 'production']).default('evaluation'),
  GATEHOUSE_DATA: text,
  GATEHOUSE_FILES: text,
  DATABASE_URL: text,
  DATABASE_ADMIN_URL: text,
  GATEHOUSE_KEYS: text,
  GATEHOUSE_AUTH_SECRET: text,
  GATEHOUSE_URL: z.url().optional(),
  GATEHOUSE_CLAMAV: text,
  SMTP_URL: text,
  MAIL_FROM: text,
  HOST: text,
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
});

export type CliEnv = {
  readonly production: boolean;
  /** Where an evaluation keeps its database, its keys and its files. */
  readonly dataFolder: string;
  readonly filesFolder: string;
  /** Somebody's own Postgres, or null for the embedded one. */
  readonly database: { readonly appUrl: string; readonly adminUrl: string } | null;
  /** Where ClamAV's daemon listens; null when uploads are not scanned for malware. */
  readonly clamav: string | null;
  readonly keys: string | null;
  readonly authSecret: string | null;
  /** Where people reach the installation, when that is not this machine's own address. */
  readonly url: string | null;
  readonly host: string;
  readonly port: number;
};

type Source = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment. @throws Stop with a sentence for each variable that `needed` names and is missing in production. */
export function readEnv(source: Source, needed: readonly Variable[] = []): CliEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const production = given.GATEHOUSE_ENV === 'production';
  const missing = production ? needed.filter((name) => given[name] === undefined) : [];
  if (missing.length > 0) throw new Stop(missing.map((name) => `${name} is missing: ${WORDS[name]}.`).join('\n'));
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    throw new Stop(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} is not valid: ${issue.message}`).join('\n'),
    );
  const env = parsed.data;
  const dataFolder = resolve(env.GATEHOUSE_DATA ?? join(ROOT, '.gatehouse'));
  return {
    production,
    dataFolder,
    filesFolder: resolve(env.GATEHOUSE_FILES ?? join(dataFolder, 'files')),
    // One address may serve both roles while trying things out; history is then not protected from the application.
    database: env.DATABASE_URL
      ? { appUrl: env.DATABASE_URL, adminUrl: env.DATABASE_ADMIN_URL ?? env.DATABASE_URL }
      : null,
    clamav: env.GATEHOUSE_CLAMAV ?? null,
    keys: env.GATEHOUSE_KEYS ?? null,
    authSecret: env.GATEHOUSE_AUTH_SECRET ?? null,
    url: env.GATEHOUSE_URL ?? null,
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: env.PORT,
  };
}
