import { type CustomerEvent, type CustomerStatus, customerLifecycle, expectedBy } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { Change } from '../record/change.ts';
import { type CaseData, snapshotOf } from '../record/data.ts';
import type { CustomerRecord } from '../record/load.ts';
import { startRun } from '../runs/start.ts';

type Complete = Omit<CaseData, 'documents'> & {
  /** Whether the profile changes too: then the run names its next version. */
  readonly hasNewProfile: boolean;
};

/** Starts the verification of complete data: freezes it as a run and moves the status to under review. */
export async function submission(deps: Deps, record: CustomerRecord, complete: Complete): Promise<Change | null> {
  const event = submittingEvent(record.customer.customerStatus);
  if (!event) return null;
  const { runId, writes, needsPerson, personWillLook } = await startRun(deps, record, {
    purpose: 'SUBMISSION',
    snapshot: snapshotOf(record, complete),
    profileVersion: record.customer.profileVersion + (complete.hasNewProfile ? 1 : 0),
  });
  return {
    moves: [{ lifecycle: 'customer', event, runId }],
    set: {
      openRunId: runId,
      ...(needsPerson ? { needsPerson } : {}),
      ...(personWillLook ? { expectedBy: expectedBy(record.program.durations, record.now, true) } : {}),
    },
    events: [{ type: 'verification.submitted' }],
    audit: [{ action: 'run.started', about: { run: runId } }],
    writes,
  };
}

/** The engine's transition out of a status with unlocked data: the first submission, or a resubmission. */
function submittingEvent(status: CustomerStatus): CustomerEvent | null {
  const row = customerLifecycle
    .leaving(status)
    .find((each) => each.by === 'engine' && customerLifecycle.can(status, 'updateProfile'));
  return row?.event ?? null;
}
