import { schema, update } from '@gatehouse/db';
import {
  type Actor,
  checkLifecycle,
  type Evidence,
  isPending,
  type RequirementAsk,
  showId,
  type Verdict,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { combine } from '../record/change.ts';
import { mutate } from '../record/mutate.ts';
import { loadRequirements } from '../record/requirements.ts';
import { conclude } from './conclude.ts';
import { type CheckRow, loadRun, sealEvidence } from './load.ts';

export type GivenVerdict = {
  readonly verdict: Verdict;
  readonly asks: readonly RequirementAsk[];
  readonly evidence: readonly Evidence[];
};

/**
 * Writes a check's verdict and everything that follows from it, as one statement. It applies once: a check that has a
 * verdict, belongs to an ended run, or is at another attempt than `attempt` is left unchanged.
 *
 * @returns whether the verdict was applied.
 */
export async function giveVerdict(
  deps: Deps,
  actor: Actor,
  at: { tenantId: string; customerId: string; runId: string; checkId: string; attempt: number },
  given: GivenVerdict,
): Promise<boolean> {
  return mutate(deps, actor, at.tenantId, at.customerId, async (record) => {
    const loaded = record.customer.openRunId === at.runId ? await loadRun(deps, record, at.runId) : null;
    const check = loaded?.checks.find((each) => each.id === at.checkId);
    if (!loaded || !check || !isPending(check) || check.attempt !== at.attempt)
      return { change: null, answer: () => false };
    const decided: CheckRow = {
      ...check,
      status: checkLifecycle.step(check.status, given.verdict),
      sealed: sealEvidence(record, { asks: given.asks, evidence: given.evidence }),
      finishedAt: record.now,
    };
    const checks = loaded.checks.map((each) => (each.id === check.id ? decided : each));
    const conclusion = conclude(record, {
      run: loaded.run,
      checks,
      requirements: await loadRequirements(deps, record),
      askedBy: check.kind,
    });
    const { tenantId, id, status, sealed, finishedAt } = decided;
    return {
      change: combine(
        {
          events: [{ type: 'verification.check_completed' }],
          audit: [
            { action: 'check.completed', about: { check: showId('check', id), kind: check.kind, verdict: status } },
          ],
          writes: [update(schema.verificationCheck, [{ tenantId, id, status, sealed, finishedAt }])],
        },
        conclusion,
      ),
      answer: () => true,
    };
  });
}
