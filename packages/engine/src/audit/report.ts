import { type AuditBreak, type AuditBreakKind, later, type RealTime, realTime } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { lostSeal } from './lost-seal.ts';

/** What the last runs over the audit log came to. Times are the real ones. */
export type AuditReport = {
  /** The last verification that came to its end, or null before the first. */
  readonly verified: {
    readonly startedAt: RealTime;
    readonly endedAt: RealTime;
    readonly seals: number;
    readonly records: number;
  } | null;
  /** What that one found, and the one after it that still runs, and whether seals have gone since. */
  readonly broken: number;
  /** The first of them. */
  readonly breaks: readonly AuditBreak[];
  /** The last seal, and when all heads were last gone through for one. */
  readonly seal: { readonly number: number; readonly hash: string } | null;
  readonly sealedAt: RealTime | null;
  /** How many runs are dated in the future. No run that was made is, unless a clock was wrong, and so none of them counts. */
  readonly misdated: number;
};

/** How many breaks a report names. The command line's own verification names all. */
const NAMED = 100;
/** How far the clocks of two machines may differ before a run of one is a run in the future, in milliseconds. */
const CLOCKS_DIFFER = 60_000;

/** Nothing that was run is from before this; what says so, such as minus infinity, cannot be shown. */
const EPOCH = realTime('1970-01-01T00:00:00Z');

type BreakRow = {
  what: AuditBreakKind;
  seal: number | null;
  tenant_id: string | null;
  customer_id: string | null;
  position: number | null;
};

export async function auditReport({ sql, now }: Pick<Deps, 'sql' | 'now'>): Promise<AuditReport> {
  const at = now();
  const [verified] = await sql<
    { id: string; started_at: RealTime; ended_at: RealTime; seals: number; records: number }[]
  >`select id, started_at, ended_at, seals, records from audit_run
    where kind = 'VERIFY' and started_at between ${EPOCH} and ${at} and ended_at between ${EPOCH} and ${at}
    order by ended_at desc, started_at desc, id desc limit 1`;
  const current = sql`select id from audit_run where kind = 'VERIFY' and (ended_at is null or id = ${verified?.id ?? null})`;
  const [count] = await sql<{ broken: number }[]>`
    select count(distinct (what, seal, customer_id))::int as broken from audit_break where run_id in (${current})`;
  const breaks = await sql<BreakRow[]>`
    select distinct on (tenant_id, customer_id, seal, what) what, seal, tenant_id, customer_id, position
    from audit_break where run_id in (${current})
    order by tenant_id, customer_id, seal, what, found_at desc limit ${NAMED}`;
  const [seal] = await sql<{ number: number; hash: Buffer }[]>`
    select number, hash from audit_seal order by number desc limit 1`;
  const [sealing] = await sql<{ ended_at: RealTime }[]>`
    select ended_at from audit_run where kind = 'SEAL' and started_at between ${EPOCH} and ${at} and ended_at between ${EPOCH} and ${at}
    order by ended_at desc limit 1`;
  const named = breaks.map(breakOf);
  const lost = await lostSeal({ sql, now });
  const gone = lost && !named.some((each) => 'seal' in each && 'seal' in lost && each.seal === lost.seal) ? [lost] : [];
  const latest = later(at, CLOCKS_DIFFER);
  const [future] = await sql<{ runs: number }[]>`
    select count(*)::int as runs from audit_run where started_at > ${latest} or ended_at > ${latest}`;
  return {
    verified: verified
      ? {
          startedAt: verified.started_at,
          endedAt: verified.ended_at,
          seals: verified.seals,
          records: verified.records,
        }
      : null,
    broken: (count?.broken ?? 0) + gone.length,
    breaks: [...gone, ...named],
    seal: seal ? { number: seal.number, hash: seal.hash.toString('hex') } : null,
    sealedAt: sealing?.ended_at ?? null,
    misdated: future?.runs ?? 0,
  };
}

const breakOf = ({ what, seal, tenant_id: tenantId, customer_id: customerId, position }: BreakRow): AuditBreak =>
  tenantId && customerId && position !== null
    ? { what, tenantId, customerId, position }
    : { what: what === 'KEPT_SEAL' ? what : 'SEAL', seal };
