import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type AuditBreak, readId, type Seal, showId } from '@gatehouse/domain';
import { exportedHeadBreaks, exportedSealBreak, type SealedHead } from '@gatehouse/engine';
import type { Sql } from 'postgres';
import { z } from 'zod';
import { Stop } from '../stop.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const shown = (kind: Parameters<typeof readId>[0]) =>
  z.string().transform((text, context) => {
    const id = readId(kind, text);
    if (!id) context.addIssue('This is not an id of this kind.');
    return id ?? z.NEVER;
  });
const SealLine = z.object({ seal: z.int().min(1), hash });
const HeadLine = z
  .object({
    seal: z.int().min(1),
    tenant: shown('tenant'),
    customer: shown('customer'),
    position: z.int().min(1),
    head: hash,
  })
  .transform(({ tenant, customer, ...rest }) => ({ ...rest, tenantId: tenant, customerId: customer }));
/** A line of an export: a seal, or a head sealed by the seal before it. Hashes are in hex. */
const Line = z.union([HeadLine, SealLine]);

export const writeLine = (line: Seal | SealedHead): string => {
  if (!('head' in line)) return JSON.stringify(line);
  const { tenantId, customerId, ...rest } = line;
  return JSON.stringify({ tenant: showId('tenant', tenantId), customer: showId('customer', customerId), ...rest });
};

const BATCH = 1_000;

/** Compares the database with a file of `audit export`. Yields a missing seal first, then each record that lost a head. */
export async function* compareWithExport(sql: Sql, file: string): AsyncGenerator<AuditBreak> {
  const seals: z.infer<typeof SealLine>[] = [];
  let heads: SealedHead[] = [];
  const broken = new Map<string, AuditBreak>();
  const compare = async (): Promise<void> => {
    for (const found of await exportedHeadBreaks({ sql }, heads))
      if ('customerId' in found && !broken.has(found.customerId)) broken.set(found.customerId, found);
    heads = [];
  };
  let number = 0;
  for await (const text of linesOf(file)) {
    number += 1;
    if (text.trim() === '') continue;
    const line = readLine(text);
    if (!line) throw new Stop(`Line ${number} of ${file} is not one of an export.`);
    if ('head' in line) heads.push(line);
    else seals.push(line);
    if (heads.length >= BATCH) await compare();
  }
  if (seals.length === 0) throw new Stop(`${file} holds no seal.`);
  await compare();
  const gone = await exportedSealBreak({ sql }, seals);
  if (gone) yield gone;
  yield* broken.values();
}

async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw new Stop(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readLine(text: string): z.infer<typeof Line> | null {
  try {
    return Line.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
