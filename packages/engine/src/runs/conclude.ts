import { insert, schema, update, type Write } from '@gatehouse/db';
import {
  type Asker,
  expectedBy,
  isAnswered,
  isForPerson,
  isPending,
  outcomeOf,
  type RequirementAsk,
  type RunOutcome,
  requirementLifecycle,
} from '@gatehouse/domain';
import type { Change } from '../record/change.ts';
import type { CustomerRecord } from '../record/load.ts';
import { inEvent, type RequirementRow } from '../record/requirements.ts';
import { ask } from './ask-again.ts';
import { type CheckRow, checkFact, evidenceOf, type RunRow } from './load.ts';
import { newReview } from './start.ts';

const NOTHING: Change = {};

/** A run, and what else its outcome depends on. */
export type RunState = {
  readonly run: RunRow;
  readonly checks: readonly CheckRow[];
  readonly requirements: readonly RequirementRow[];
  /** The source of items that no check asked for: a person, or the check that ended the wait. */
  readonly askedBy: Asker;
  /** The wait for running checks is over. */
  readonly capPassed?: boolean;
  /** Two people have agreed. A reactivation waits for that, regardless of its checks. */
  readonly confirmed?: boolean;
};

/**
 * Derives the change that follows from a run's checks after a verdict. The domain decides the outcome, and the
 * lifecycle the transition.
 */
export function conclude(record: CustomerRecord, state: RunState): Change {
  const { run, checks } = state;
  const outcome = outcomeOf(
    checks.map((check) => checkFact(record, check)),
    state.capPassed,
  );
  if (outcome.kind === 'wait') return NOTHING;
  if (run.purpose === 'REACTIVATION')
    return state.confirmed && outcome.kind === 'approve' ? reactivated(record, state) : NOTHING;
  if (outcome.kind === 'approve') return approved(record, state);
  if (outcome.kind === 'requestInformation') return requested(record, state, outcome.asks);
  return held(record, state);
}

/** Ends a run and the work on its pending checks. */
export function ended(
  record: CustomerRecord,
  { run, checks }: Pick<RunState, 'run' | 'checks'>,
  outcome: RunOutcome,
): Write[] {
  const { tenantId } = run;
  const unanswered = checks.filter((check) => isPending(check) && check.dueAt !== null);
  return [
    update(schema.run, [{ tenantId, id: run.id, outcome, endedAt: record.now }]),
    update(
      schema.verificationCheck,
      unanswered.map(({ id }) => ({ tenantId, id, dueAt: null })),
    ),
  ];
}

function approved(record: CustomerRecord, state: RunState): Change {
  const { run, requirements } = state;
  return {
    set: { openRunId: null },
    moves: [{ lifecycle: 'customer', event: 'approve', runId: run.id }],
    events: [{ type: 'verification.completed' }],
    audit: [
      {
        action: 'run.approved',
        about: { run: run.id, snapshot: Buffer.from(run.snapshotHash).toString('hex'), policy: run.policyVersion },
      },
    ],
    writes: [...ended(record, state, 'approved'), accept(record, requirements.filter(isAnswered))],
  };
}

/** Accepts answered items. */
const accept = (record: CustomerRecord, items: readonly RequirementRow[]): Write =>
  update(
    schema.requirement,
    items.map(({ tenantId, id, status }) => ({
      tenantId,
      id,
      status: requirementLifecycle.step(status, 'accept'),
      settledAt: record.now,
    })),
  );

/** One combined request. Items whose answers were not sufficient are reopened; the rest is accepted. */
function requested(record: CustomerRecord, state: RunState, asks: readonly RequirementAsk[]): Change {
  const { run, requirements } = state;
  // The last check to end is rarely the one that asked.
  const asking = state.checks.filter((check) => !isForPerson(check) && check.status === 'NEEDS_INFORMATION');
  const askerOf = ({ code, target }: RequirementAsk): Asker =>
    asking.find((check) =>
      evidenceOf(record, check).asks.some((each) => each.code === code && sameTarget(each.target, target)),
    )?.kind ?? state.askedBy;
  const { again, fresh, accepted } = ask(record, requirements, { asks, askerOf, runId: run.id });
  const items = [...again, ...fresh].map((row) => inEvent(record, row));
  return {
    set: { openRunId: null },
    moves: [{ lifecycle: 'customer', event: 'requestInformation', runId: run.id, requirements: items }],
    events: [{ type: 'verification.information_requested', requirements: items }],
    audit: [
      {
        action: 'run.information_requested',
        about: { run: run.id, items: items.length, codes: items.map((item) => item.code).join(' ') },
      },
    ],
    writes: [
      ...ended(record, state, 'informationRequested'),
      insert(schema.requirement, fresh),
      update(schema.requirement, again),
      accept(record, accepted),
    ],
  };
}

const sameTarget = (one: RequirementAsk['target'], other: RequirementAsk['target']): boolean =>
  one.field === other.field && one.documentKind === other.documentKind;

/** Starts the manual review: the run gets its manual check if it has none, and the case goes to the queue. */
function held(record: CustomerRecord, { run, checks }: RunState): Change {
  if (record.customer.needsPerson) return NOTHING;
  const has = checks.some(isForPerson);
  const by = expectedBy(record.program.durations, record.customer.statusChangedAt, true);
  const isLater = record.customer.expectedBy === null || by > record.customer.expectedBy;
  return {
    set: {
      needsPerson: true,
      // A later expected time gets a delay announcement of its own.
      ...(isLater ? { expectedBy: by, delayAnnouncedAt: null } : {}),
    },
    audit: [{ action: 'run.held', about: { run: run.id } }],
    writes: has ? [] : [insert(schema.verificationCheck, [newReview(record, run.id)])],
  };
}

/** Two people agreed, and the second one saw the results of the new checks. */
function reactivated(record: CustomerRecord, state: RunState): Change {
  const { run } = state;
  return {
    set: { openRunId: null },
    moves: [{ lifecycle: 'customer', event: 'reactivate', runId: run.id }],
    events: [{ type: 'verification.completed' }],
    audit: [{ action: 'run.reactivated', about: { run: run.id } }],
    writes: ended(record, state, 'reactivated'),
  };
}
