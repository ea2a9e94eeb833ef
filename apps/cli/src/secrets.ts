import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CliEnv } from './env.ts';
import { readPrivate, writePrivate } from './private-file.ts';
import { Stop } from './stop.ts';

export type Secrets = { readonly keys: string; readonly authSecret: string };

const Kept = z.object({ keys: z.string(), authSecret: z.string() });

/**
 * The key-encryption keys and the secret of sign-in sessions. An evaluation creates its own once and stores them in the
 * data folder. Without them, sealed data cannot be opened.
 */
export async function loadSecrets(env: CliEnv): Promise<Secrets> {
  if (env.keys && env.authSecret) return { keys: env.keys, authSecret: env.authSecret };
  if (env.production) throw new Stop('GATEHOUSE_KEYS and GATEHOUSE_AUTH_SECRET are needed in production.');
  const file = join(env.dataFolder, 'secrets.json');
  const known = existsSync(file);
  const own = known ? await keptIn(file) : newSecrets();
  if (!known) await writePrivate(file, own);
  return { keys: env.keys ?? own.keys, authSecret: env.authSecret ?? own.authSecret };
}

/** Never replaces a file that cannot be read, because everything sealed with its keys would be lost. */
async function keptIn(file: string): Promise<Secrets> {
  const kept = Kept.safeParse(await readPrivate(file));
  if (kept.success) return kept.data;
  throw new Stop(`${file} cannot be read. Restore it, or move the whole data folder away to start afresh.`);
}

const newSecrets = (): Secrets => ({
  keys: `k1:${randomBytes(32).toString('base64')}`,
  authSecret: randomBytes(32).toString('base64url'),
});
