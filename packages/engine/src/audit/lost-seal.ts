import type { AuditBreak } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';

/**
 * The first seal that something else in the database still knows of and that is not there any more, or not as it was. Seals
 * that were all deleted, or made anew, hold by themselves. Leaves know that their seal was closed, because there are some of
 * a later one, and runs know the seal that they saw last. Runs that are dated in the future count for nothing.
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
