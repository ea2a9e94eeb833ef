import { type TrustedProxies, trustedProxies } from '@gatehouse/api';
import { z } from 'zod';

function proxiesOf(list: string, context: z.RefinementCtx): TrustedProxies {
  try {
    return trustedProxies(list);
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: error instanceof Error ? error.message : 'This is no list of addresses.',
    });
    return z.NEVER;
  }
}

const environment = z.object({
  GATEHOUSE_ENV: z.enum(['evaluation', 'production']).default('evaluation'),
  DATABASE_URL: z.url({
    error: 'Set DATABASE_URL to the application’s role, for example postgres://gatehouse_app:…@host/gatehouse.',
  }),
  GATEHOUSE_KEYS: z
    .string({ error: 'Set GATEHOUSE_KEYS to the key-encryption keys, as id:base64 with 32 bytes each.' })
    .min(1),
  GATEHOUSE_FILES: z.string({ error: 'Set GATEHOUSE_FILES to the folder that holds the sealed files.' }).min(1),
  GATEHOUSE_AUTH_SECRET: z
    .string({ error: 'Set GATEHOUSE_AUTH_SECRET to a random text of at least 32 characters.' })
    .min(32),
  GATEHOUSE_URL: z.url().default('http://localhost:3000'),
  GATEHOUSE_DEMO: z.string().optional(),
  /** Where ClamAV's daemon listens, as tcp://host:port or unix:/path. Without it uploads are not scanned for malware. */
  GATEHOUSE_CLAMAV: z
    .string()
    .trim()
    .optional()
    .transform((address) => address || null),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The reverse proxies whose X-Forwarded-For and X-Forwarded-Host are believed: addresses and ranges, with commas. */
  GATEHOUSE_TRUSTED_PROXIES: z.string().default('').transform(proxiesOf),
  GATEHOUSE_TRUSTED_PROXY: z
    .never({ error: 'Set GATEHOUSE_TRUSTED_PROXIES instead, to the addresses of your proxies, such as 10.0.0.5.' })
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type WebEnv = z.infer<typeof environment>;

/** The environment does not allow a start: one sentence for each variable that is missing or wrong. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Reads what this app needs of its environment, once. @throws EnvironmentError naming everything that is wrong at once. */
export function readEnv(source: Record<string, string | undefined>): WebEnv {
  const read = environment.safeParse(source);
  if (read.success && !isEvaluation(read.data) && !source.GATEHOUSE_URL)
    throw new EnvironmentError(['GATEHOUSE_URL: Set it to the address under which people reach this installation.']);
  if (read.success) return read.data;
  throw new EnvironmentError(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}

/** Evaluation shows demo accounts, a mailbox and loopback webhooks; production has none of them. */
export const isEvaluation = (env: Pick<WebEnv, 'GATEHOUSE_ENV'>): boolean => env.GATEHOUSE_ENV === 'evaluation';
