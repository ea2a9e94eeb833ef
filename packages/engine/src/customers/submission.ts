import type { Write } from '@gatehouse/db';
import {
  type CustomerEvent,
  type CustomerStatus,
  customerLifecycle,
  type DocumentFact,
  expectedBy,
  type IndividualProfile,
  type Snapshot,
} from '@gatehouse/domain';
import type { AuditDraft } from '../audit/chain.ts';
import type { Deps } from '../deps.ts';
import type { EventDraft } from '../events/write.ts';
import type { Move } from '../move.ts';
import type { CustomerRecord, CustomerRow } from '../record.ts';
import type { RequirementRow } from '../requirements/load.ts';
import { startRun } from '../runs/start.ts';

type Complete = {
  readonly profile: IndividualProfile;
  readonly documents: readonly DocumentFact[];
  readonly declaration: Snapshot['declaration'];
  /** The fields that change with it: a changed profile is the next version, and the run names that one. */
  readonly fields: readonly string[];
  readonly requirements: readonly RequirementRow[];
};

export type Submission = {
  readonly move: Move;
  readonly set: Partial<CustomerRow>;
  readonly events: EventDraft[];
  readonly audit: AuditDraft[];
  readonly writes: Write[];
};

/** Starts the verification of complete data: freezes it as a run and takes the way that leads under review from here. */
export async function submission(deps: Deps, record: CustomerRecord, complete: Complete): Promise<Submission | null> {
  const event = submittingEvent(record.customer.customerStatus as CustomerStatus);
  if (!event) return null;
  const snapshot: Snapshot = {
    customerType: record.customer.type,
    profile: complete.profile,
    documents: complete.documents,
    declaration: complete.declaration,
  };
  const profileVersion = record.customer.profileVersion + (complete.fields.length > 0 ? 1 : 0);
  const { runId, writes, needsPerson, personWillLook } = await startRun(deps, record, {
    purpose: 'SUBMISSION',
    snapshot,
    profileVersion,
  });
  return {
    move: { event, runId },
    set: {
      openRunId: runId,
      ...(needsPerson ? { needsPerson } : {}),
      ...(personWillLook ? { expectedBy: expectedBy(record.customer.type, record.now, true) } : {}),
    },
    events: [{ type: 'verification.submitted' }],
    audit: [{ action: 'run.started', about: { run: runId } }],
    writes,
  };
}

/** The engine's row out of a status whose data may still change: submitting the first time, resubmitting later. */
function submittingEvent(status: CustomerStatus): CustomerEvent | null {
  const row = customerLifecycle
    .leaving(status)
    .find((each) => each.by === 'engine' && customerLifecycle.can(status, 'updateProfile'));
  return row?.event ?? null;
}
