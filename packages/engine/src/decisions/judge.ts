import { insert, schema, update } from '@gatehouse/db';
import { Refusal, type RunPurpose, showId } from '@gatehouse/domain';
import type { Change } from '../change.ts';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record.ts';
import { loadRequirements } from '../requirements/load.ts';
import { type CheckRow, evidenceOf } from '../runs/load.ts';
import { settle } from '../runs/settle.ts';
import { newCheck } from '../runs/start.ts';
import { moveOf, openRun, refuseWhileRunning, type Situation } from './decision.ts';

/** Why a person's verdict leads nowhere, by what the run is for. */
const IN_THE_WAY: Readonly<Partial<Record<RunPurpose, string>>> = {
  SUBMISSION: 'A failed check stands in the way: reject, or have two people approve.',
  REACTIVATION: 'A check asks for something, and a deactivated customer cannot be asked. Decline, and settle it first.',
};

/** A person's verdict is that of the run's manual check. What follows is the outcome of the whole run. */
export async function judge(
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
