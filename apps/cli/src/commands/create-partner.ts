import { parseArgs } from 'node:util';
import { MODES } from '@gatehouse/domain';
import { createApiKey, createPartner, realClock } from '@gatehouse/engine';
import postgres from 'postgres';
import { z } from 'zod';
import type { Command } from '../command.ts';
import { withData } from '../database.ts';
import { readEnv } from '../env.ts';
import { readOptions } from '../read-options.ts';

const Options = z.object({
  name: z.string().trim().min(1).max(120),
  'support-email': z.email(),
  'account-manager': z.string().trim().min(1).max(120).optional(),
  'return-url': z.url().optional(),
  'no-emails': z.boolean().default(false),
});

export const createPartnerCommand: Command = {
  summary: 'Make an integrating company, and print its two API keys once',
  usage: '--name "Acme" --support-email help@acme.example [--account-manager NAME] [--return-url URL] [--no-emails]',
  async run(args) {
    const text = { type: 'string' } as const;
    const options = {
      name: text,
      'support-email': text,
      'account-manager': text,
      'return-url': text,
      'no-emails': { type: 'boolean' },
    } as const;
    const given = readOptions(Options, parseArgs({ args, options, strict: true }).values);
    await withData(readEnv(process.env, ['DATABASE_URL']), async ({ appUrl }) => {
      const sql = postgres(appUrl, { max: 1, onnotice: () => {} });
      try {
        const deps = { sql, now: realClock };
        const { tenants } = await createPartner(deps, {
          name: given.name,
          supportEmail: given['support-email'],
          sendsEmails: !given['no-emails'],
          accountManager: given['account-manager'] ?? given['support-email'],
          ...(given['return-url'] ? { returnUrl: given['return-url'] } : {}),
        });
        console.log(`${given.name} is there. Its API keys, which are shown this once:`);
        for (const mode of MODES) {
          const { key } = await createApiKey(deps, { tenantId: tenants[mode], mode, name: 'First key' });
          console.log(`  ${mode}  ${key}`);
        }
      } finally {
        await sql.end({ timeout: 5 });
      }
    });
  },
};
