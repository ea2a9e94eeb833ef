import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Seal } from '@gatehouse/domain';
import { exportSeals, realClock, sealAllHeads } from '@gatehouse/engine';
import { z } from 'zod';
import { readOptions } from '../read-options.ts';
import { Stop } from '../stop.ts';
import { writeLine } from './export-file.ts';
import type { AuditDatabase, Say } from './open.ts';

const Options = z.object({ after: z.coerce.number().int().min(0).default(0), out: z.string().min(1) });

/** Seals all heads now, and prints the seal. */
export async function seal({ sql }: AuditDatabase, args: string[], say: Say): Promise<number> {
  parseArgs({ args, options: {}, strict: true });
  const made = await sealAllHeads({ sql, now: realClock });
  say(made ? formatSeal(made) : 'No head has moved since the last seal.');
  return 0;
}

/** Writes the seals and the sealed heads as JSON lines to a file, and prints the last seal. */
export async function exportToFile({ sql }: AuditDatabase, args: string[], say: Say): Promise<number> {
  const text = { type: 'string' } as const;
  const given = readOptions(Options, parseArgs({ args, options: { after: text, out: text }, strict: true }).values);
  // Never overwrites an existing export, because it may be evidence.
  const out = createWriteStream(given.out, { mode: 0o600, flags: 'wx' });
  await once(out, 'open').catch((error: Error) => {
    throw new Stop(`${given.out} cannot be written: ${error.message}`);
  });
  let last: Seal | null = null;
  for await (const line of exportSeals({ sql }, given.after)) {
    if (!('head' in line)) last = line;
    if (!out.write(`${writeLine(line)}\n`)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  say(last ? formatSeal(last) : 'There is no seal to export.');
  return 0;
}

const formatSeal = ({ seal, at, leaves, hash }: Seal): string =>
  `Seal ${seal} of ${at}, over ${leaves} ${leaves === 1 ? 'head' : 'heads'}: ${hash}`;
