import { insert, schema, update, type Write } from '@gatehouse/db';
import {
  type CustomerEvent,
  type ReasonCode,
  Refusal,
  type RequirementAsk,
  type RunPurpose,
  type Snapshot,
  showId,
} from '@gatehouse/domain';
import type { Change } from '../change.ts';
import { allDocuments, currentDeclaration, currentProfile, documentFact } from '../customers/data.ts';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record.ts';
import { askedRow, inEvent, loadRequirements } from '../requirements/load.ts';
import { type CheckRow, evidenceOf, loadRun, type RunRow } from '../runs/load.ts';
import { ended, settle } from '../runs/settle.ts';
import { newCheck, startRun } from '../runs/start.ts';
import type { StaffActor } from '../tenancy.ts';

/** A decision as a person takes it. */
export type Decided = {
  readonly event: DecidableEvent;
  readonly reasonCode?: ReasonCode;
  /** Deactivation only: can it be undone? */
  readonly temporary?: boolean;
  /** For colleagues. */
  readonly note?: string;
  /** For the customer. */
  readonly message?: string;
  /** What is asked, for a request or a reopening. */
  readonly items?: readonly RequirementAsk[];
};

export const DECIDABLE_EVENTS = [
  'approve',
  'requestInformation',
  'reject',
  'deactivate',
  'reopen',
  'reactivate',
] as const satisfies readonly CustomerEvent[];
export type DecidableEvent = (typeof DECIDABLE_EVENTS)[number];

type Situation = { readonly actor: StaffActor; readonly decided: Decided; readonly proposalId?: string };
/** A change without the one who makes it. */
type ChangeParts = Omit<Change, 'actor' | 'move'>;
type Effect = (deps: Deps, record: CustomerRecord, situation: Situation) => Promise<Change>;

/** What each decision does once it may. Approving and asking are verdicts of the manual check; the engine then makes the way. */
export const EFFECTS: Readonly<Record<DecidableEvent, Effect>> = {
  approve: (deps, record, situation) => verdict(deps, record, situation, 'PASSED'),
  requestInformation: (deps, record, situation) => verdict(deps, record, situation, 'NEEDS_INFORMATION'),
  reject,
  deactivate: async (_deps, _record, { actor, decided, proposalId }) => ({
    actor,
    move: moveOf(decided, proposalId),
    audit: [],
  }),
  reopen,
  // The fresh run of checks began with the proposal. Whoever confirms has seen what it found, and is its manual check.
  reactivate: (deps, record, situation) => verdict(deps, record, situation, 'PASSED'),
};

/** What proposing already sets going, where the second person is to decide on its result. */
export const ON_PROPOSAL: Readonly<
  Partial<Record<DecidableEvent, (deps: Deps, record: CustomerRecord, proposalId: string) => Promise<ChangeParts>>>
> = {
  reactivate: beginReactivation,
};

/** And what ends with a proposal that is declined. */
export const ON_DECLINE: Readonly<
  Partial<Record<DecidableEvent, (deps: Deps, record: CustomerRecord) => Promise<ChangeParts>>>
> = {
  reactivate: endReactivation,
};

/** An absent field stays absent: with exact optional properties, undefined is not the same. */
function moveOf({ event, reasonCode, temporary, note, message }: Decided, proposalId?: string) {
  return {
    event,
    ...(reasonCode ? { reasonCode } : {}),
    ...(temporary === undefined ? {} : { temporary }),
    ...(note ? { note } : {}),
    ...(message ? { message } : {}),
    ...(proposalId ? { proposalId } : {}),
  };
}

async function verdict(
  deps: Deps,
  record: CustomerRecord,
  { actor, decided, proposalId }: Situation,
  status: 'PASSED' | 'NEEDS_INFORMATION',
): Promise<Change> {
  const { run, checks } = await openRun(deps, record);
  refuseWhileRunning(record, checks);
  const found = checks.find((check) => check.kind === 'manual' && check.status === 'PENDING');
  const manual = found ?? newCheck(record, run.id, 'manual', Buffer.from(run.snapshotHash));
  const sealed = record.key.seal('check', {
    asks: decided.items ?? [],
    findings: [],
    note: decided.note,
    by: actor.staffId,
  });
  const given: CheckRow = { ...manual, status, sealed, finishedAt: record.now };
  const resolves = (check: CheckRow): boolean =>
    status === 'PASSED' &&
    (check.status === 'FLAGGED' ||
      check.status === 'ERRORED' ||
      (check.status === 'NEEDS_INFORMATION' && evidenceOf(record, check).asks.length === 0) ||
      (check.status === 'FAILED' && proposalId !== undefined));
  const resolved = checks.filter((check) => resolves(check)).map((check) => ({ ...check, resolved: true }));
  const after = [
    ...checks
      .filter((check) => check.id !== given.id)
      .map((check) => resolved.find((each) => each.id === check.id) ?? check),
    given,
  ];
  const settled = settle(record, {
    run,
    checks: after,
    requirements: await loadRequirements(deps, record),
    askedBy: `staff:${actor.staffId}`,
    confirmed: proposalId !== undefined,
  });
  if (!settled.move)
    throw new Refusal('TRANSITION_NOT_ALLOWED', IN_THE_WAY[run.purpose as RunPurpose], {
      customerStatus: record.customer.customerStatus,
    });
  const { tenantId, id, finishedAt } = given;
  return {
    actor,
    ...settled,
    // The person's words go with it, and the way is the one that the outcome takes: two people who approve over a failure
    // leave standing what another check still asks of the customer.
    move: { ...moveOf(decided, proposalId), ...settled.move },
    events: [{ type: 'verification.check_completed' }, ...settled.events],
    audit: [
      { action: 'check.completed', about: { check: showId('check', id), kind: 'manual', verdict: status } },
      ...settled.audit,
    ],
    writes: [
      found
        ? update(schema.verificationCheck, [{ tenantId, id, status, sealed, finishedAt }])
        : insert(schema.verificationCheck, [given]),
      update(
        schema.verificationCheck,
        resolved.map((check) => ({ tenantId, id: check.id, resolved: true })),
      ),
      ...settled.writes,
    ],
  };
}

/** Why a person's verdict leads nowhere, by what the run is for. */
const IN_THE_WAY: Readonly<Partial<Record<RunPurpose, string>>> = {
  SUBMISSION: 'A failed check stands in the way: reject, or have two people approve.',
  REACTIVATION: 'A check asks for something, and a deactivated customer cannot be asked. Decline, and settle it first.',
};

/** Whoever judges the whole, alone or by a proposal, must have seen what every check found. */
export function refuseWhileRunning(record: CustomerRecord, checks: readonly CheckRow[]): void {
  if (checks.some((check) => check.kind !== 'manual' && check.status === 'PENDING'))
    throw new Refusal('TRANSITION_NOT_ALLOWED', 'The checks are still running. Decide when they are done.', {
      customerStatus: record.customer.customerStatus,
    });
}

async function reject(deps: Deps, record: CustomerRecord, { actor, decided, proposalId }: Situation): Promise<Change> {
  const writes: Write[] = [];
  const { tenantId } = record.customer;
  if (record.customer.openRunId) {
    const { run, checks } = await openRun(deps, record);
    const pending = checks.filter((check) => check.status === 'PENDING');
    const manual = pending.filter((check) => check.kind === 'manual');
    writes.push(
      update(schema.run, [{ tenantId, id: run.id, outcome: 'rejected', endedAt: record.now }]),
      update(
        schema.verificationCheck,
        manual.map(({ id }) => ({
          tenantId,
          id,
          status: 'FAILED',
          sealed: record.key.seal('check', { asks: [], findings: [], note: decided.note, by: actor.staffId }),
          finishedAt: record.now,
        })),
      ),
      update(
        schema.verificationCheck,
        pending.filter((check) => check.kind !== 'manual').map(({ id }) => ({ tenantId, id, dueAt: null })),
      ),
    );
  }
  const open = (await loadRequirements(deps, record)).filter(
    (row) => row.status === 'OPEN' || row.status === 'ANSWERED',
  );
  writes.push(
    update(
      schema.requirement,
      open.map(({ id }) => ({ tenantId, id, status: 'WITHDRAWN', settledAt: record.now })),
    ),
  );
  return { actor, set: { openRunId: null }, move: moveOf(decided, proposalId), audit: [], writes };
}

async function reopen(deps: Deps, record: CustomerRecord, { actor, decided, proposalId }: Situation): Promise<Change> {
  const known = await loadRequirements(deps, record);
  const round = Math.max(0, ...known.map((row) => row.round)) + 1;
  const rows = (decided.items ?? []).map((ask) => askedRow(record, ask, `staff:${actor.staffId}`, round, null));
  const requirements = rows.map(inEvent);
  return {
    actor,
    move: { ...moveOf(decided, proposalId), requirements },
    events: [{ type: 'verification.information_requested', requirements }],
    audit: [{ action: 'requirements.asked', about: { codes: rows.map((row) => row.code).join(' ') } }],
    writes: [insert(schema.requirement, rows)],
  };
}

/** A fresh run of the current plan, over what stands today. Its result waits for the second person. */
async function beginReactivation(deps: Deps, record: CustomerRecord, proposalId: string): Promise<ChangeParts> {
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

async function endReactivation(deps: Deps, record: CustomerRecord): Promise<ChangeParts> {
  const { run, checks } = await openRun(deps, record);
  return {
    set: { openRunId: null },
    events: [{ type: 'verification.completed' }],
    audit: [{ action: 'run.not_passed', about: { run: run.id } }],
    writes: ended(record, { run, checks }, 'notPassed'),
  };
}

async function openRun(deps: Deps, record: CustomerRecord): Promise<{ run: RunRow; checks: CheckRow[] }> {
  const loaded = record.customer.openRunId ? await loadRun(deps, record, record.customer.openRunId) : null;
  if (!loaded)
    throw new Refusal('TRANSITION_NOT_ALLOWED', undefined, { customerStatus: record.customer.customerStatus });
  return loaded;
}
