import { parseArgs } from 'node:util';
import { type AuditBreak, readId } from '@gatehouse/domain';
import { auditReport, realClock, sealHashBreak, verifyAll, verifyOne } from '@gatehouse/engine';
import type { Sql } from 'postgres';
import { z } from 'zod';
import { readOptions } from '../read-options.ts';
import { Stop } from '../stop.ts';
import { compareWithExport } from './export-file.ts';
import { formatBreak } from './format-break.ts';
import type { AuditDatabase, Say } from './open.ts';

const Options = z.object({
  customer: z.string().optional(),
  against: z.string().optional(),
  seal: z
    .string()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, 'A seal is named by its hash, in 64 hexadecimal digits.')
    .optional(),
});

/** Verifies everything or one record, and compares it with an export or a seal. @returns 1 if something is broken or nothing was verified. */
export async function verify({ sql, db }: AuditDatabase, args: string[], say: Say): Promise<number> {
  const text = { type: 'string' } as const;
  const options = { customer: text, against: text, seal: text };
  const given = readOptions(Options, parseArgs({ args, options, strict: true }).values);
  let broken = 0;
  const tell = (found: AuditBreak): void => {
    broken += 1;
    say(`BROKEN  ${formatBreak(found)}`);
  };
  if (given.seal) {
    const gone = await sealHashBreak({ sql }, given.seal);
    if (gone) tell(gone);
    else say('The seal that was kept stands.');
  }
  if (given.against) for await (const found of compareWithExport(sql, given.against)) tell(found);
  if (given.customer) await verifyRecord({ sql, db }, given.customer, tell);
  else if (!(await verifyEverything({ sql, db }, tell, say))) {
    say('No record was verified, although the audit log tells of some.');
    return 1;
  }
  say(broken === 0 ? 'Nothing is broken.' : `${broken} ${broken === 1 ? 'thing is' : 'things are'} broken.`);
  return broken > 0 ? 1 : 0;
}

async function verifyRecord(
  { sql, db }: AuditDatabase,
  shown: string,
  tell: (found: AuditBreak) => void,
): Promise<void> {
  const customerId = readId('customer', shown);
  const tenantId = customerId && (await tenantOf(sql, customerId));
  if (!customerId || !tenantId) throw new Stop(`There is no customer ${shown}.`);
  const found = await verifyOne({ db }, { tenantId, customerId });
  if (found) tell(found);
}

/** The tenant of a record, also of a deleted one that was sealed. */
async function tenantOf(sql: Sql, customerId: string): Promise<string | undefined> {
  const [row] = await sql<{ id: string }[]>`
    select tenant_id as id from customer where id = ${customerId}
    union all select tenant_id from audit_seal_leaf where customer_id = ${customerId} limit 1`;
  return row?.id;
}

/** @returns false if the audit log has entries and no record was verified. */
async function verifyEverything(
  { sql, db }: AuditDatabase,
  tell: (found: AuditBreak) => void,
  say: Say,
): Promise<boolean> {
  let [records, seals] = [0, 0];
  await verifyAll({ sql, db, now: realClock }, (piece) => {
    records += piece.records;
    seals += piece.seals;
    for (const found of piece.breaks) tell(found);
  });
  const { seal } = await auditReport({ sql, now: realClock });
  say(`${records} records and ${seals} seals were verified.`);
  say(seal ? `The last seal is ${seal.number}: ${seal.hash}` : 'Nothing is sealed yet.');
  if (records > 0) return true;
  const [entry] = await sql`select from audit_entry limit 1`;
  return entry === undefined;
}
