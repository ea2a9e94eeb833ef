import { z } from 'zod';

/** What a sentence says about each variable that production needs. */
const REQUIRED = {
  DATABASE_URL: 'the address of the database, for the application’s role',
  GATEHOUSE_KEYS: 'the key-encryption keys, as id:base64 with 32 bytes each',
  GATEHOUSE_FILES: 'the folder in which sealed files lie',
  GATEHOUSE_URL: 'the address under which people reach this installation',
} as const;
const REQUIRED_IN_PRODUCTION = {
  SMTP_URL: 'the mail server, like smtps://user:password@host:465',
  MAIL_FROM: 'the sender of emails, like "Gatehouse <no-reply@example.com>"',
} as const;

const filled = z.string().trim().min(1);
const Environment = z.object({
  DATABASE_URL: filled,
  GATEHOUSE_KEYS: filled,
  GATEHOUSE_FILES: filled,
  GATEHOUSE_URL: z.url(),
  GATEHOUSE_ENV: z.enum(['evaluation', 'production']).default('evaluation'),
  SMTP_URL: filled.optional(),
  MAIL_FROM: filled.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export type Env = {
  readonly databaseUrl: string;
  readonly keys: string;
  readonly filesFolder: string;
  readonly publicUrl: string;
  readonly evaluation: boolean;
  /** Where emails go; null leaves them in the mailbox page. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  readonly logLevel: string;
};

/** The environment does not allow a start. The message has one sentence per variable. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Reads and checks the environment. @throws EnvironmentError naming everything that is wrong at once. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const needed = { ...REQUIRED, ...(given.GATEHOUSE_ENV === 'production' ? REQUIRED_IN_PRODUCTION : {}) };
  const missing = Object.entries(needed).filter(([name]) => given[name] === undefined);
  if (missing.length > 0)
    throw new EnvironmentError(missing.map(([name, what]) => `${name} is missing: ${what}.`).join('\n'));
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    throw new EnvironmentError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} is not valid: ${issue.message}`).join('\n'),
    );
  const env = parsed.data;
  return {
    databaseUrl: env.DATABASE_URL,
    keys: env.GATEHOUSE_KEYS,
    filesFolder: env.GATEHOUSE_FILES,
    publicUrl: env.GATEHOUSE_URL,
    evaluation: env.GATEHOUSE_ENV === 'evaluation',
    smtp:
      env.GATEHOUSE_ENV === 'production' && env.SMTP_URL && env.MAIL_FROM
        ? { url: env.SMTP_URL, from: env.MAIL_FROM }
        : null,
    logLevel: env.LOG_LEVEL,
  };
}
