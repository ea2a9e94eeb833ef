import { schema, update, type Write } from '@gatehouse/db';
import { checkLifecycle, isAsked, isForPerson, isPending, requirementLifecycle } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { Change } from '../record/change.ts';
import type { CustomerRecord } from '../record/load.ts';
import { loadRequirements } from '../record/requirements.ts';
import { sealEvidence } from '../runs/load.ts';
import { openRun, type TakenDecision, transitionOf } from './decision.ts';

/** Ends the run and withdraws open items, because a rejected customer has nothing left to do. */
export async function reject(
  deps: Deps,
  record: CustomerRecord,
  { actor, decided, proposalId }: TakenDecision,
): Promise<Change> {
  const writes: Write[] = [];
  const { tenantId } = record.customer;
  if (record.customer.openRunId) {
    const { run, checks } = await openRun(deps, record);
    const pending = checks.filter(isPending);
    const manual = pending.filter(isForPerson);
    writes.push(
      update(schema.run, [{ tenantId, id: run.id, outcome: 'rejected', endedAt: record.now }]),
      update(
        schema.verificationCheck,
        manual.map(({ id, status }) => ({
          tenantId,
          id,
          status: checkLifecycle.step(status, 'FAILED'),
          sealed: sealEvidence(record, { note: decided.note, by: actor.staffId }),
          finishedAt: record.now,
        })),
      ),
      update(
        schema.verificationCheck,
        pending.filter((check) => !isForPerson(check)).map(({ id }) => ({ tenantId, id, dueAt: null })),
      ),
    );
  }
  const asked = (await loadRequirements(deps, record)).filter(isAsked);
  writes.push(
    update(
      schema.requirement,
      asked.map(({ id, status }) => ({
        tenantId,
        id,
        status: requirementLifecycle.step(status, 'withdraw'),
        settledAt: record.now,
      })),
    ),
  );
  return { set: { openRunId: null }, moves: [transitionOf(decided, proposalId)], writes };
}
