import { later, type RealTime } from '@gatehouse/domain';
import type { Sql } from 'postgres';
import type { Deps } from '../deps.ts';
import { mutate } from '../record/mutate.ts';
import { loadRequirements } from '../record/requirements.ts';
import { clockOfT } from '../record/tenant-clock.ts';
import { conclude } from './conclude.ts';
import { loadRun } from './load.ts';

/** How long one check's request waits for running checks before the customer is asked, in milliseconds. */
const SETTLE_CAP = 30_000;

/** The maximum of runs or cases in one pass. */
const BATCH = 100;

/** Selects runs with a request that at `at` has waited too long for running checks. */
export const overdueRuns = (sql: Sql, at: RealTime) => sql`
  select distinct c.tenant_id, c.customer_id, c.run_id from verification_check c
  join customer k on k.tenant_id = c.tenant_id and k.id = c.customer_id and k.open_run_id = c.run_id
  join verification_check p on p.tenant_id = c.tenant_id and p.run_id = c.run_id and p.status = 'PENDING' and p.due_at is not null
  join tenant t on t.id = c.tenant_id
  where c.status = 'NEEDS_INFORMATION' and c.finished_at < ${clockOfT(sql, later(at, -SETTLE_CAP))}`;

/** Ends the wait of such runs. @returns their number. */
export async function concludeOverdue(deps: Deps): Promise<number> {
  const runs = await deps.sql<
    { tenant_id: string; customer_id: string; run_id: string }[]
  >`${overdueRuns(deps.sql, deps.now())} limit ${BATCH}`;
  for (const { tenant_id: tenantId, customer_id: customerId, run_id: runId } of runs) {
    await mutate(deps, { kind: 'engine' }, tenantId, customerId, async (record) => {
      const loaded = record.customer.openRunId === runId ? await loadRun(deps, record, runId) : null;
      if (!loaded) return { change: null, answer: () => null };
      const conclusion = conclude(record, {
        ...loaded,
        requirements: await loadRequirements(deps, record),
        askedBy: 'engine',
        capPassed: true,
      });
      return { change: conclusion.set ? conclusion : null, answer: () => null };
    });
  }
  return runs.length;
}

/** Selects cases whose expected time has passed at `at` without an announcement. */
export const delayedCases = (sql: Sql, at: RealTime) => sql`
  select c.tenant_id, c.id from customer c join tenant t on t.id = c.tenant_id
  where c.expected_by is not null and c.delay_announced_at is null
    and c.expected_by < ${clockOfT(sql, at)}`;

/** Announces these cases, once each. A delay is never a failure. @returns their number. */
export async function announceDelays(deps: Deps): Promise<number> {
  const rows = await deps.sql<
    { tenant_id: string; id: string }[]
  >`${delayedCases(deps.sql, deps.now())} limit ${BATCH}`;
  for (const { tenant_id: tenantId, id } of rows) {
    await mutate(deps, { kind: 'engine' }, tenantId, id, (record) => ({
      change:
        record.customer.delayAnnouncedAt || !record.customer.expectedBy || record.customer.expectedBy > record.now
          ? null
          : {
              set: { delayAnnouncedAt: record.now },
              events: [{ type: 'verification.delayed' }],
              audit: [{ action: 'run.delayed' }],
            },
      answer: () => null,
    }));
  }
  return rows.length;
}
