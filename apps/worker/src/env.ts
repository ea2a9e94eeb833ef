import { readEnvironment, type Source } from '@gatehouse/environment';

export type Env = {
  readonly databaseUrl: string;
  readonly keys: string;
  readonly filesFolder: string;
  readonly publicUrl: string;
  readonly evaluation: boolean;
  /** The mail server. Null keeps emails in the mailbox page. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  readonly logLevel: string;
};

/** Reads and validates the environment. @throws EnvironmentError with all errors at once. */
export function readEnv(source: Source): Env {
  const env = readEnvironment('worker', source);
  const evaluation = env.GATEHOUSE_ENV === 'evaluation';
  return {
    databaseUrl: env.DATABASE_URL,
    keys: env.GATEHOUSE_KEYS,
    filesFolder: env.GATEHOUSE_FILES,
    publicUrl: env.GATEHOUSE_URL,
    evaluation,
    smtp: !evaluation && env.SMTP_URL && env.MAIL_FROM ? { url: env.SMTP_URL, from: env.MAIL_FROM } : null,
    logLevel: env.LOG_LEVEL,
  };
}
