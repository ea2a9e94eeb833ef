import type { RealTime, Seal } from '@gatehouse/domain';
import type { TransactionSql } from 'postgres';
import type { Deps } from '../deps.ts';
import { link } from '../record/audit-chain.ts';
import { BEFORE_ALL, type Cursor } from './load-records.ts';
import { type Leaf, MerkleRoot } from './merkle.ts';
import { timeOf } from './parsed-entry.ts';
import { type AuditRun, endRun, ifUnlocked, openRun, recordRun, saveProgress, whenUnlocked } from './run.ts';

/** The pause between two passes of sealing, in milliseconds. Entries cut off within it are not in any seal. */
const EVERY = 10 * 60_000;
/** The number of records per statement, and of statements per call. */
const BATCH = 5_000;
const BATCHES = 4;

/** Set explicitly, because a role may have another default, and the guard of leaves requires this level. */
const ISOLATION = 'isolation level read committed';

type Sealing = Pick<Deps, 'sql' | 'now'>;

/**
 * Does the next piece of sealing all heads, if it is due. One worker at a time; the others skip. Transactions are
 * short, because readers of events wait for the oldest one that writes.
 *
 * @returns the seal when this piece completed one.
 */
export async function sealHeads(deps: Sealing): Promise<Seal | null> {
  return ifUnlocked(deps, 'SEAL', async () => {
    const run = await openRun(deps, 'SEAL', EVERY);
    return run && continueSealing(deps, run, BATCHES);
  });
}

/** Seals all heads now, regardless of other runs. Null when no head has changed since the last seal. */
export function sealAllHeads(deps: Sealing): Promise<Seal | null> {
  return whenUnlocked(deps, 'SEAL', async () => {
    const startedAt = deps.now();
    let records = 0;
    for (let after: Cursor | null = BEFORE_ALL; after; ) {
      const from: Cursor = after;
      const { seen, last } = await deps.sql.begin(ISOLATION, (tx) => gatherLeaves(tx, from));
      records += seen;
      after = seen === BATCH ? last : null;
    }
    const seal = await closeSeal(deps);
    await recordRun(deps, 'SEAL', startedAt, { seals: seal?.seal ?? 0, records, breaks: [] });
    return seal;
  });
}

async function continueSealing(deps: Sealing, begun: AuditRun, batches: number): Promise<Seal | null> {
  let run = begun;
  for (let done = 0; done < batches; done += 1) {
    const { seen, last } = await deps.sql.begin(ISOLATION, async (tx) => {
      const piece = await gatherLeaves(tx, run.cursor ?? BEFORE_ALL);
      run = await saveProgress(tx, run, { cursor: piece.last ?? run.cursor, records: piece.seen });
      return piece;
    });
    if (last && seen === BATCH) continue;
    const seal = await closeSeal(deps);
    if (seal) run = await saveProgress(deps.sql, run, { seals: seal.seal });
    await endRun(deps.sql, run, deps.now());
    return seal;
  }
  return null;
}

/** Adds leaves for the next records after the cursor whose head changed since it was last sealed. */
async function gatherLeaves(tx: TransactionSql, after: Cursor): Promise<{ seen: number; last: Cursor | null }> {
  const rows = await tx<{ tenant_id: string; id: string }[]>`
    with page as materialized (
      select tenant_id, id, audit_position, audit_head from customer
      where (tenant_id, id) > (${after.tenantId}, ${after.customerId}) order by tenant_id, id limit ${BATCH}
    ), noted as (
      insert into audit_seal_leaf (seal, tenant_id, customer_id, position, head)
      select coalesce((select max(number) from audit_seal), 0) + 1, p.tenant_id, p.id, p.audit_position, p.audit_head
      from page p left join lateral (
        select l.position, l.head from audit_seal_leaf l
        where l.tenant_id = p.tenant_id and l.customer_id = p.id order by l.seal desc limit 1
      ) sealed on true
      where p.audit_head is not null and (p.audit_position, p.audit_head) is distinct from (sealed.position, sealed.head)
      on conflict do nothing
    )
    select tenant_id, id from page order by tenant_id, id`;
  const last = rows.at(-1);
  return { seen: rows.length, last: last ? { tenantId: last.tenant_id, customerId: last.id } : null };
}

/** Closes the seal over the gathered leaves. @returns null when there are none. */
async function closeSeal({ sql, now }: Sealing): Promise<Seal | null> {
  const [last] = await sql<{ number: number; hash: Buffer }[]>`
    select number, hash from audit_seal order by number desc limit 1`;
  const number = (last?.number ?? 0) + 1;
  const { root, count } = await rootOf(sql, number);
  if (count === 0) return null;
  const at = now();
  const body = sealBody({ number, at, leaves: count, root });
  const previous = last?.hash ?? null;
  const hash = link(previous, body);
  await sql`insert into audit_seal (number, leaves, root, body, previous, hash, at)
    values (${number}, ${count}, ${root}, ${body}, ${previous}, ${hash}, ${at})`;
  return sealView({ number, at, leaves: count, root, previous, hash });
}

/** Computes the root over a seal's leaves, read in batches: the first seal of a large installation has millions. */
export async function rootOf(sql: Deps['sql'], seal: number): Promise<{ root: Buffer; count: number }> {
  const merkle = new MerkleRoot();
  const leaves = sql<{ tenant_id: string; customer_id: string; position: number; head: Buffer }[]>`
    select tenant_id, customer_id, position, head from audit_seal_leaf where seal = ${seal} order by tenant_id, customer_id`;
  for await (const rows of leaves.cursor(BATCH))
    for (const row of rows) merkle.add({ ...row, tenantId: row.tenant_id, customerId: row.customer_id } satisfies Leaf);
  return { root: merkle.root(), count: merkle.count };
}

/** The exact text of a seal that its hash covers. */
export const sealBody = (seal: { number: number; at: RealTime; leaves: number; root: Uint8Array }): string =>
  JSON.stringify({
    seal: seal.number,
    at: timeOf(seal.at),
    leaves: seal.leaves,
    root: Buffer.from(seal.root).toString('hex'),
  });

type SealRow = {
  number: number;
  at: RealTime;
  leaves: number;
  root: Buffer;
  previous: Buffer | null;
  hash: Buffer;
};

export const sealView = (row: SealRow): Seal => ({
  seal: row.number,
  at: String(timeOf(row.at)),
  leaves: row.leaves,
  root: row.root.toString('hex'),
  previous: row.previous?.toString('hex') ?? null,
  hash: row.hash.toString('hex'),
});
