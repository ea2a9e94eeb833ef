import type { Snapshot } from '@gatehouse/domain';
import { allDocuments, currentDeclaration, currentProfile, documentFact } from '../customers/data.ts';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record.ts';
import { ended } from '../runs/settle.ts';
import { startRun } from '../runs/start.ts';
import { type ChangeParts, openRun } from './decision.ts';

/** A fresh run of the current plan, over what stands today. Its result waits for the second person. */
export async function beginReactivation(deps: Deps, record: CustomerRecord, proposalId: string): Promise<ChangeParts> {
  const [profile, documents, declaration] = await Promise.all([
    currentProfile(deps, record),
    allDocuments(deps, record),
    currentDeclaration(deps, record),
  ]);
  const snapshot: Snapshot = {
    customerType: record.customer.type,
    profile,
    documents: documents.filter((row) => row.state === 'CURRENT').map(documentFact),
    declaration,
  };
  const { runId, writes } = await startRun(deps, record, {
    purpose: 'REACTIVATION',
    snapshot,
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
export async function endReactivation(deps: Deps, record: CustomerRecord): Promise<ChangeParts> {
  const { run, checks } = await openRun(deps, record);
  return {
    set: { openRunId: null },
    events: [{ type: 'verification.completed' }],
    audit: [{ action: 'run.not_passed', about: { run: run.id } }],
    writes: ended(record, { run, checks }, 'notPassed'),
  };
}
