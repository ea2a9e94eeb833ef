import { insert, schema, update } from '@gatehouse/db';
import { checkLifecycle, isAnsweredFor, isForPerson, isPending, Refusal, showId } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { type Change, combine } from '../record/change.ts';
import type { CustomerRecord } from '../record/load.ts';
import { loadRequirements } from '../record/requirements.ts';
import { conclude } from '../runs/conclude.ts';
import { type CheckRow, evidenceOf, sealEvidence } from '../runs/load.ts';
import { newReview } from '../runs/start.ts';
import { openRun, type TakenDecision, transitionOf } from './decision.ts';

/** Records a person's verdict on the run's manual check. The outcome of the whole run follows. */
export async function reviewManually(
  deps: Deps,
  record: CustomerRecord,
  { actor, decided, proposalId }: TakenDecision,
  status: 'PASSED' | 'NEEDS_INFORMATION',
): Promise<Change> {
  const { run, checks } = await openRun(deps, record);
  const found = checks.find((check) => isForPerson(check) && isPending(check));
  const manual = found ?? newReview(record, run.id);
  const sealed = sealEvidence(record, { asks: decided.items, note: decided.note, by: actor.staffId });
  const given: CheckRow = {
    ...manual,
    status: checkLifecycle.step(manual.status, status),
    sealed,
    finishedAt: record.now,
  };
  const resolves = (check: CheckRow): boolean =>
    status === 'PASSED' &&
    (isAnsweredFor(check, proposalId === undefined ? 1 : 2) ||
      (check.status === 'NEEDS_INFORMATION' && evidenceOf(record, check).asks.length === 0));
  const resolved = checks.filter((check) => resolves(check)).map((check) => ({ ...check, resolved: true }));
  const after = [
    ...checks
      .filter((check) => check.id !== given.id)
      .map((check) => resolved.find((each) => each.id === check.id) ?? check),
    given,
  ];
  const conclusion = conclude(record, {
    run,
    checks: after,
    requirements: await loadRequirements(deps, record),
    askedBy: `staff:${actor.staffId}`,
    confirmed: proposalId !== undefined,
  });
  const way = conclusion.moves?.find((move) => move.lifecycle === 'customer');
  if (!way) throw new Refusal('TRANSITION_NOT_ALLOWED', { data: { customerStatus: record.customer.customerStatus } });
  const { tenantId, id, finishedAt } = given;
  return combine(
    {
      events: [{ type: 'verification.check_completed' }],
      audit: [{ action: 'check.completed', about: { check: showId('check', id), kind: manual.kind, verdict: status } }],
      writes: [
        found
          ? update(schema.verificationCheck, [{ tenantId, id, status, sealed, finishedAt }])
          : insert(schema.verificationCheck, [given]),
        update(
          schema.verificationCheck,
          resolved.map((check) => ({ tenantId, id: check.id, resolved: true })),
        ),
      ],
    },
    // The outcome decides the transition, which carries the person's texts: an approval by two people over a failure
    // keeps what another check still asks of the customer.
    { ...conclusion, moves: [{ ...transitionOf(decided, proposalId), ...way }] },
  );
}
