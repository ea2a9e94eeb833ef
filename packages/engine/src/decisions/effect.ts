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

/** What each decision does once it may. Approving and asking are verdicts of the manual check; the engine then makes the way. */
export const EFFECTS: Readonly<Record<DecisionEvent, Effect>> = {
  approve: (deps, record, taken) => reviewManually(deps, record, taken, 'PASSED'),
  requestInformation: (deps, record, taken) => reviewManually(deps, record, taken, 'NEEDS_INFORMATION'),
  reject,
  deactivate: async (_deps, _record, { decided, proposalId }) => ({ moves: [transitionOf(decided, proposalId)] }),
  reopen,
  // The fresh run of checks began with the proposal. Whoever confirms has seen what it found, and is its manual check.
  reactivate: (deps, record, taken) => reviewManually(deps, record, taken, 'PASSED'),
};

/** What proposing already sets going, where the second person is to decide on its result. */
export const ON_PROPOSAL: Readonly<
  Partial<Record<DecisionEvent, (deps: Deps, record: CustomerRecord, proposalId: string) => Promise<Change>>>
> = {
  reactivate: beginReactivation,
};

/** And what ends with a proposal that is declined. */
export const ON_DECLINE: Readonly<
  Partial<Record<DecisionEvent, (deps: Deps, record: CustomerRecord) => Promise<Change>>>
> = {
  reactivate: endReactivation,
};

/** Asks anew, in a round of its own: nothing leads from a rejection straight to an approval. */
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

/** A fresh run of the current plan, over what stands today. Its result waits for the second person. */
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

/** The proposal is off, and with it the run whose result it waited for. */
async function endReactivation(deps: Deps, record: CustomerRecord): Promise<Change> {
  const { run, checks } = await openRun(deps, record);
  return {
    set: { openRunId: null },
    events: [{ type: 'verification.completed' }],
    audit: [{ action: 'run.not_passed', about: { run: run.id } }],
    writes: ended(record, { run, checks }, 'notPassed'),
  };
}
