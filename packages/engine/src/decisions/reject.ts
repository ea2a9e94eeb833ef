import { schema, update, type Write } from '@gatehouse/db';
import type { Deps } from '../deps.ts';
import type { Change } from '../record/change.ts';
import type { CustomerRecord } from '../record/load.ts';
import { loadRequirements } from '../record/requirements.ts';
import { openRun, type TakenDecision, transitionOf } from './decision.ts';

/** Ends the run and takes back what is still asked: a rejected customer owes nothing any more. */
export async function reject(
  deps: Deps,
  record: CustomerRecord,
  { actor, decided, proposalId }: TakenDecision,
): Promise<Change> {
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
  return { set: { openRunId: null }, transitions: [transitionOf(decided, proposalId)], writes };
}
