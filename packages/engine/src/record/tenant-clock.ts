import { onTenantClock, type RealTime, Refusal, type TenantTime } from '@gatehouse/domain';
import type { Sql, TransactionSql } from 'postgres';
import type { Deps } from '../deps.ts';

/** What a tenant's clock shows, and by how many milliseconds it is ahead of the real one. @throws NOT_FOUND */
export async function tenantClock(
  { sql, now }: Pick<Deps, 'sql' | 'now'>,
  tenantId: string,
): Promise<{ now: TenantTime; clockOffset: number }> {
  const [tenant] = await sql<{ clock_offset: string }[]>`select clock_offset from tenant where id = ${tenantId}`;
  if (!tenant) throw new Refusal('NOT_FOUND');
  const clockOffset = Number(tenant.clock_offset);
  return { now: onTenantClock(now(), clockOffset), clockOffset };
}

/** Now, on a tenant's clock. @throws NOT_FOUND */
export const tenantNow = async (deps: Pick<Deps, 'sql' | 'now'>, tenantId: string): Promise<TenantTime> =>
  (await tenantClock(deps, tenantId)).now;

/** The same within a statement: what the clock of tenant `t` shows at a real time. */
export const clockOfT = (sql: Sql | TransactionSql, at: RealTime) =>
  sql`(${at}::timestamptz + t.clock_offset * interval '1 millisecond')`;
