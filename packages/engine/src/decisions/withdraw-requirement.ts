import { schema, update } from '@gatehouse/db';
import {
  type CustomerStatus,
  customerLifecycle,
  gate,
  isAsked,
  isOpen,
  message,
  possible,
  Refusal,
  requirementLifecycle,
} from '@gatehouse/domain';
import { eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { submission } from '../intake/submission.ts';
import { combine } from '../record/change.ts';
import { loadCase } from '../record/data.ts';
import { mutate } from '../record/mutate.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';
import { offersFor } from './offers.ts';

/** Withdraws one item. If it was the last open one and nothing is missing, the verification continues automatically. */
export async function withdrawRequirement(
  deps: Deps,
  actor: StaffActor,
  requirementId: string,
): Promise<{ customerStatus: CustomerStatus }> {
  requireStaff(actor, 'reviewer');
  const [found] = await deps.db.select().from(schema.requirement).where(eq(schema.requirement.id, requirementId));
  if (!found) throw new Refusal('NOT_FOUND');
  return mutate(deps, actor, found.tenantId, found.customerId, async (record) => {
    const status = record.customer.customerStatus;
    const before = await loadCase(deps, record);
    const item = before.requirements.find((row) => row.id === requirementId && isAsked(row));
    if (!item || !customerLifecycle.can(status, 'updateProfile'))
      throw new Refusal('TRANSITION_NOT_ALLOWED', {
        says: message('refusals.decisions.itemClosed'),
        data: { customerStatus: status, allowed: possible(await offersFor(deps, record, actor)) },
      });
    const withdrawn = requirementLifecycle.step(item.status, 'withdraw');
    const requirements = before.requirements.map((row) => (row === item ? { ...row, status: withdrawn } : row));
    const { profile, current, declaration } = before;
    const missing = gate(record.program.view, { profile, documents: current, declared: declaration !== null });
    const complete = missing.length === 0 && !requirements.some(isOpen);
    return {
      change: combine(
        {
          audit: [{ action: 'requirement.withdrawn', about: { requirement: item.id, code: item.code } }],
          writes: [
            update(schema.requirement, [
              { tenantId: item.tenantId, id: item.id, status: withdrawn, settledAt: record.now },
            ]),
          ],
        },
        complete ? await submission(deps, record, { ...before, requirements, hasNewProfile: false }) : null,
      ),
      answer: (after) => ({ customerStatus: after.customerStatus }),
    };
  });
}
