import type { Deps } from '../deps.ts';
import type { Change } from '../record/change.ts';
import { loadCase, snapshotOf } from '../record/data.ts';
import type { CustomerRecord } from '../record/load.ts';
import { ended } from '../runs/conclude.ts';
import { startRun } from '../runs/start.ts';
import { openRun } from './decision.ts';

/** A fresh run of the current plan, over what stands today. Its result waits for the second person. */
export async function beginReactivation(deps: Deps, record: CustomerRecord, proposalId: string): Promise<Change> {
  const { runId, writes } = await startRun(deps, record, {
    purpose: 'REACTIVATION',
    snapshot: snapshotOf(record, await loadCase(deps, record)),
    profileVersion: record.customer.profileVersion,
    proposalId,
  });
  return {
    set: { openRunId: runId },
    events: [{ type: 'verification.submitted' }],
    audit: [{ action: 'run.started', about: { run: runId, purpose: 'REACTIVATION' } }],
    writes,
  };
}

/** The proposal is off, and with it the run whose result it waited for. */
export async function endReactivation(deps: Deps, record: CustomerRecord): Promise<Change> {
  const { run, checks } = await openRun(deps, record);
  return {
    set: { openRunId: null },
    events: [{ type: 'verification.completed' }],
    audit: [{ action: 'run.not_passed', about: { run: run.id } }],
    writes: ended(record, { run, checks }, 'notPassed'),
  };
}
