import { customerLifecycle, meaningOf, type Snapshot, verifiedFields } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { programOfSnapshot } from '../record/data.ts';
import type { CustomerRecord } from '../record/load.ts';
import { loadRun } from '../runs/load.ts';

/** The fields that were verified by the run which opened the account; none while it is not open. */
export async function verifiedOf(deps: Deps, record: CustomerRecord): Promise<string[]> {
  const { tenantId, customerStatus, statusChangeId } = record.customer;
  if (!customerLifecycle.can(customerStatus, 'transact')) return [];
  const [change] = await deps.sql<{ run_id: string | null }[]>`
    select run_id from status_change where tenant_id = ${tenantId} and id = ${statusChangeId}`;
  const loaded = change?.run_id ? await loadRun(deps, record, change.run_id) : null;
  if (!loaded) return [];
  const snapshot = record.key.open<Snapshot>('snapshot', loaded.run.snapshot);
  const checks = loaded.checks.map((check) => ({ ...meaningOf(deps.providers, check), status: check.status }));
  return verifiedFields(programOfSnapshot(deps, snapshot), checks, snapshot);
}
