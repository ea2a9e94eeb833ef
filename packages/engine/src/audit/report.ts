import { type AuditBreak, type AuditBreakKind, later, type RealTime, realTime } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { lostSeal } from './lost-seal.ts';

/** The result of the last runs over the audit log. All times are real time. */
export type AuditReport = {
  /** The last completed verification, or null before the first. */
  readonly verified: {
    readonly startedAt: RealTime;
    readonly endedAt: RealTime;
    readonly seals: number;
    readonly records: number;
  } | null;
  /** The number of breaks in the last completed run and in the open one, plus one for a seal lost since. */
  readonly broken: number;
  /** The first breaks. */
  readonly breaks: readonly AuditBreak[];
  /** The last seal, and when the last sealing pass ended. */
  readonly seal: { readonly number: number; readonly hash: string } | null;
  readonly sealedAt: RealTime | null;
  /** How many runs are dated in the future. They are ignored: only forgery or a wrong clock makes one. */
  readonly misdated: number;
};

/** The most breaks that a report lists. The command `audit verify` lists all. */
const MAX_BREAKS = 100;
/** The tolerated clock difference between two machines, in milliseconds. A run further ahead is dated in the future. */
const CLOCK_SKEW = 60_000;

/** A lower bound for times of runs. A forged value such as minus infinity cannot be shown. */
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
    order by tenant_id, customer_id, seal, what, found_at desc limit ${MAX_BREAKS}`;
  const [seal] = await sql<{ number: number; hash: Buffer }[]>`
    select number, hash from audit_seal order by number desc limit 1`;
  const [sealing] = await sql<{ ended_at: RealTime }[]>`
    select ended_at from audit_run where kind = 'SEAL' and started_at between ${EPOCH} and ${at} and ended_at between ${EPOCH} and ${at}
    order by ended_at desc limit 1`;
  const named = breaks.map(breakOf);
  const lost = await lostSeal({ sql, now });
  const gone = lost && !named.some((each) => 'seal' in each && 'seal' in lost && each.seal === lost.seal) ? [lost] : [];
  const latest = later(at, CLOCK_SKEW);
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
