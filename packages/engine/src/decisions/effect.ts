import { insert, schema } from '@gatehouse/db';
import type { DecisionEvent } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { Change } from '../record/change.ts';
import { loadCase, snapshotOf } from '../record/data.ts';
import type { CustomerRecord } from '../record/load.ts';
import { askedRow, inEvent, loadRequirements } from '../record/requirements.ts';
import { ended } from '../runs/conclude.ts';
import { startRun } from '../runs/start.ts';
import { type Effect, openRun, type TakenDecision, transitionOf } from './decision.ts';
import { reviewManually } from './manual-review.ts';
import { reject } from './reject.ts';

/**
 * The effects of permitted decisions. Approving and requesting information are verdicts of the manual check, from
 * which the engine moves the status.
 */
export const EFFECTS: Readonly<Record<DecisionEvent, Effect>> = {
  approve: (deps, record, taken) => reviewManually(deps, record, taken, 'PASSED'),
  requestInformation: (deps, record, taken) => reviewManually(deps, record, taken, 'NEEDS_INFORMATION'),
  reject,
  deactivate: async (_deps, _record, { decided, proposalId }) => ({ moves: [transitionOf(decided, proposalId)] }),
  reopen,
  // The new run of checks started with the proposal. The second person has seen its results, and acts as its manual
  // check.
  reactivate: (deps, record, taken) => reviewManually(deps, record, taken, 'PASSED'),
};

/** The effects of a proposal itself, if the second person decides on their result. */
export const ON_PROPOSAL: Readonly<
  Partial<Record<DecisionEvent, (deps: Deps, record: CustomerRecord, proposalId: string) => Promise<Change>>>
> = {
  reactivate: beginReactivation,
};

/** The effects of declining a proposal. */
export const ON_DECLINE: Readonly<
  Partial<Record<DecisionEvent, (deps: Deps, record: CustomerRecord) => Promise<Change>>>
> = {
  reactivate: endReactivation,
};

/** Requests items in a new round, because no transition leads from a rejection to an approval. */
async function reopen(
  deps: Deps,
  record: CustomerRecord,
  { actor, decided, proposalId }: TakenDecision,
): Promise<Change> {
  const known = await loadRequirements(deps, record);
  const round = Math.max(0, ...known.map((row) => row.round)) + 1;
  const rows = (decided.items ?? []).map((ask) => askedRow(record, ask, `staff:${actor.staffId}`, round, null));
  const requirements = rows.map((row) => inEvent(record, row));
  return {
    moves: [{ ...transitionOf(decided, proposalId), requirements }],
    events: [{ type: 'verification.information_requested', requirements }],
    audit: [{ action: 'requirements.asked', about: { codes: rows.map((row) => row.code).join(' ') } }],
    writes: [insert(schema.requirement, rows)],
  };
}

/** Starts a new run of the current plan over the current data. Its result waits for the second person. */
async function beginReactivation(deps: Deps, record: CustomerRecord, proposalId: string): Promise<Change> {
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

/** Ends the run of a declined reactivation. */
async function endReactivation(deps: Deps, record: CustomerRecord): Promise<Change> {
  const { run, checks } = await openRun(deps, record);
  return {
    set: { openRunId: null },
    events: [{ type: 'verification.completed' }],
    audit: [{ action: 'run.not_passed', about: { run: run.id } }],
    writes: ended(record, { run, checks }, 'notPassed'),
  };
}
