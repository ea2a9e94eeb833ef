import type { AuditBreak } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';

/**
 * Finds the first seal that is missing or replaced although other rows refer to it. Deleting or remaking all seals
 * leaves a chain that verifies by itself. But leaves of a later seal prove that the earlier ones were closed, and a run
 * stores the hash of the last seal that it saw. Runs dated in the future are ignored.
 */
export async function lostSeal({ sql, now }: Pick<Deps, 'sql' | 'now'>): Promise<AuditBreak | null> {
  const [lost] = await sql<{ seal: number | null }[]>`
    with newest as (select coalesce(max(number), 0) as number from audit_seal),
    known as (
      select r.seals as number, r.seal_hash as hash from audit_run r where r.started_at <= ${now()}
      union all select max(l.seal) - 1, null from audit_seal_leaf l
    )
    select min(least(k.number, newest.number + 1)) as seal from known k cross join newest
    left join audit_seal s on s.number = k.number
    where k.number > newest.number or s.hash <> k.hash`;
  return lost?.seal ? { what: 'SEAL', seal: lost.seal } : null;
}
