import { onTenantClock, type RealTime, Refusal, type TenantTime } from '@gatehouse/domain';
import type { Sql, TransactionSql } from 'postgres';
import type { Deps } from '../deps.ts';

/** The time of a tenant's clock, and its offset from real time in milliseconds. @throws NOT_FOUND */
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

/** The same within a statement: the time of tenant `t` at a real time. */
export const clockOfT = (sql: Sql | TransactionSql, at: RealTime) =>
  sql`(${at}::timestamptz + t.clock_offset * interval '1 millisecond')`;
