import { z } from 'zod';
import { trustedProxies } from './trusted-proxies.ts';

/** The readers of the environment: the two processes, and the command line with `npm start`. */
export const READERS = ['web', 'worker', 'cli'] as const;
export type Reader = (typeof READERS)[number];

/** When a reader requires a variable, and the default where it does not. */
type Need = { readonly needed: 'always' | 'inProduction' | 'never'; readonly otherwise?: string };

type Variable = {
  /** What it is, in Markdown. It follows a colon in the error message, and stands in the tables of the docs. */
  readonly what: string;
  /** Parses a text that is not blank. Its error messages never quote the value, which may be a secret. */
  readonly parse: z.ZodType<unknown, string>;
  /** Who reads it. Other readers ignore it. */
  readonly by: Readonly<Partial<Record<Reader, Need>>>;
};

const ALWAYS = { needed: 'always' } as const;
const IN_PRODUCTION = { needed: 'inProduction' } as const;
const OPTIONAL = { needed: 'never' } as const;
const or = (otherwise: string) => ({ needed: 'never', otherwise }) as const;

const text = z.string().trim();
const url = text.pipe(z.url('It must be a whole address, such as https://verify.example.com.'));
const databaseUrl = text.pipe(z.url('It must be an address such as postgres://role:password@host:5432/gatehouse.'));
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  text.pipe(z.enum(words, `It must be one of: ${words.join(', ')}.`));

const proxies = text.transform((list, context) => {
  try {
    return trustedProxies(list);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'This is no list.' });
    return z.NEVER;
  }
});

const NOT_A_PORT = 'It must be a number from 0 to 65535.';
const port = text.transform(Number).pipe(z.int(NOT_A_PORT).min(0, NOT_A_PORT).max(65_535, NOT_A_PORT));

/** Every variable that an operator may set. The requirements of each reader, the messages and the docs derive from it. */
export const VARIABLES = {
  GATEHOUSE_ENV: {
    what: '`evaluation` or `production`',
    parse: oneOf(['evaluation', 'production']),
    by: { web: or('evaluation'), worker: or('evaluation'), cli: or('evaluation') },
  },
  DATABASE_URL: {
    what: 'the address of the database, for the application’s role',
    parse: databaseUrl,
    by: { web: ALWAYS, worker: ALWAYS, cli: IN_PRODUCTION },
  },
  DATABASE_ADMIN_URL: {
    what: 'the same database, for the role that owns it and migrates',
    parse: databaseUrl,
    by: { cli: IN_PRODUCTION },
  },
  GATEHOUSE_KEYS: {
    what: 'the key-encryption keys, as `id:base64` with 32 bytes each, separated by commas, the current one first (`openssl rand -base64 32` makes one)',
    parse: text,
    by: { web: ALWAYS, worker: ALWAYS, cli: IN_PRODUCTION },
  },
  GATEHOUSE_FILES: {
    what: 'the folder of the sealed files, the same for all processes; `npm start` takes `files/` in the data folder',
    parse: text,
    by: { web: ALWAYS, worker: ALWAYS, cli: OPTIONAL },
  },
  GATEHOUSE_AUTH_SECRET: {
    what: 'a random text of at least 32 characters, which protects staff sessions and second factors',
    // Not trimmed, because a secret that ends with a space would become another one.
    parse: z.string().min(32, 'It must have at least 32 characters.'),
    by: { web: ALWAYS, cli: IN_PRODUCTION },
  },
  GATEHOUSE_URL: {
    what: 'the address under which people reach this installation, with `https://`; links, cookies and sign-in follow it',
    parse: url,
    by: { web: { needed: 'inProduction', otherwise: 'http://localhost:3000' }, worker: ALWAYS, cli: IN_PRODUCTION },
  },
  GATEHOUSE_CLAMAV: {
    what: 'where ClamAV’s daemon listens, `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`; without it uploads are not scanned for malware',
    parse: text,
    by: { web: OPTIONAL, cli: OPTIONAL },
  },
  SMTP_URL: {
    what: 'the mail server, like `smtps://user:password@host:465`; an evaluation keeps emails in its mailbox page',
    parse: text,
    by: { worker: IN_PRODUCTION, cli: IN_PRODUCTION },
  },
  MAIL_FROM: {
    what: 'the sender of emails, like `"Gatehouse <no-reply@example.com>"`',
    parse: text,
    by: { worker: IN_PRODUCTION, cli: IN_PRODUCTION },
  },
  HOST: {
    what: 'the address that the web app listens on; from `npm start` in production all of them',
    parse: text,
    by: { web: or('127.0.0.1'), cli: OPTIONAL },
  },
  PORT: { what: 'the port of the web app', parse: port, by: { web: or('3000'), cli: or('3000') } },
  GATEHOUSE_TRUSTED_PROXIES: {
    what: 'the addresses and ranges of your reverse proxies, with commas, such as `10.0.0.5, fd00::/8`: only from them `X-Forwarded-For` and `X-Forwarded-Host` are believed',
    parse: proxies,
    by: { web: or('') },
  },
  GATEHOUSE_DATA: {
    what: 'the data folder of an evaluation; `.gatehouse/` of the checkout without it',
    parse: text,
    by: { cli: OPTIONAL },
  },
  GATEHOUSE_DEMO: {
    what: 'the file with the demo’s sign-ins, which `npm start` sets in an evaluation',
    parse: text,
    by: { web: OPTIONAL },
  },
  GATEHOUSE_ADMIN_PASSWORD: {
    what: 'the password that `create-admin` and `create-staff` give, instead of asking for one',
    parse: z.string(),
    by: { cli: OPTIONAL },
  },
  LOG_LEVEL: {
    what: '`trace` `debug` `info` `warn` `error` `fatal` `silent`. Logs are JSON lines with ids, and hold no personal data',
    parse: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    by: { web: or('info'), worker: or('info') },
  },
} as const satisfies Record<string, Variable>;

type Variables = typeof VARIABLES;
export type Name = keyof Variables;
/** The variables that a reader reads. */
export type NameOf<R extends Reader> = { [N in Name]: R extends keyof Variables[N]['by'] ? N : never }[Name];

/** Variables of earlier versions, with what to set instead. Silently ignoring one could remove a protection. */
export const RETIRED: Readonly<Partial<Record<Reader, Readonly<Record<string, string>>>>> = {
  web: {
    GATEHOUSE_TRUSTED_PROXY:
      'GATEHOUSE_TRUSTED_PROXY is not read any more. Set GATEHOUSE_TRUSTED_PROXIES instead, to the addresses of your proxies, such as 10.0.0.5.',
  },
};

export const variableOf = (name: Name): Variable => VARIABLES[name];
export const needOf = (name: Name, reader: Reader): Need | undefined => variableOf(name).by[reader];
export const namesOf = <R extends Reader>(reader: R): NameOf<R>[] =>
  (Object.keys(VARIABLES) as Name[]).filter((name): name is NameOf<R> => needOf(name, reader) !== undefined);
