import type { AuditBreak, Seal } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { sealView } from './seal.ts';

/** A record's head as a seal covers it, exported together with the seal. `head` is in hex. */
export type SealedHead = {
  readonly seal: number;
  readonly tenantId: string;
  readonly customerId: string;
  readonly position: number;
  readonly head: string;
};

const BATCH = 5_000;

/** Yields all seals after a number, oldest first, each followed by the heads that it covers. */
export async function* exportSeals({ sql }: Pick<Deps, 'sql'>, after: number): AsyncGenerator<Seal | SealedHead> {
  const seals = sql<Parameters<typeof sealView>[0][]>`
    select number, at, leaves, root, previous, hash from audit_seal where number > ${after} order by number`;
  for (const seal of await seals) {
    yield sealView(seal);
    const leaves = sql<{ tenant_id: string; customer_id: string; position: number; head: Buffer }[]>`
      select tenant_id, customer_id, position, head from audit_seal_leaf where seal = ${seal.number}
      order by tenant_id, customer_id`;
    for await (const rows of leaves.cursor(BATCH))
      for (const row of rows)
        yield {
          seal: seal.number,
          tenantId: row.tenant_id,
          customerId: row.customer_id,
          position: row.position,
          head: row.head.toString('hex'),
        };
  }
}

/** Finds the first exported seal that is missing from the database or differs there. */
export async function exportedSealBreak(
  { sql }: Pick<Deps, 'sql'>,
  kept: readonly Pick<Seal, 'seal' | 'hash'>[],
): Promise<AuditBreak | null> {
  const standing = await sql<{ number: number; hash: Buffer }[]>`
    select number, hash from audit_seal where number = any(${kept.map(({ seal }) => seal)}::int[])`;
  const hashes = new Map(standing.map(({ number, hash }) => [number, hash.toString('hex')]));
  const gone = kept.filter(({ seal, hash }) => hashes.get(seal) !== hash).map(({ seal }) => seal);
  return gone.length > 0 ? { what: 'KEPT_SEAL', seal: Math.min(...gone) } : null;
}

/** Looks for a seal with this hash, for operators who have only the log line of a seal. */
export async function sealHashBreak({ sql }: Pick<Deps, 'sql'>, hash: string): Promise<AuditBreak | null> {
  const [seal] = await sql`select from audit_seal where hash = ${Buffer.from(hash, 'hex')}`;
  return seal ? null : { what: 'KEPT_SEAL', seal: null };
}

/** Finds the records whose chain no longer holds an exported head: each record once, at the first such position. */
export async function exportedHeadBreaks(
  { sql }: Pick<Deps, 'sql'>,
  kept: readonly SealedHead[],
): Promise<AuditBreak[]> {
  const rows = await sql<{ tenantId: string; customerId: string; position: number }[]>`
    select k."tenantId", k."customerId", min(k.position)::int as position
    from jsonb_to_recordset(${JSON.stringify(kept)}::text::jsonb) k("tenantId" uuid, "customerId" uuid, position int, head text)
    where not exists (select from audit_entry a where a.tenant_id = k."tenantId" and a.customer_id = k."customerId"
      and a.position = k.position and a.hash = decode(k.head, 'hex'))
    group by 1, 2 order by 1, 2`;
  return rows.map((row) => ({ what: 'SEALED', ...row }));
}
