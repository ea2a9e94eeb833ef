import { type Colleague, message, type QueueInputs, Refusal, showId } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { tenantOfCustomer } from '../record/load.ts';
import { mutate } from '../record/mutate.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';

/** Assigns a case, or unassigns it. Taking over a colleague's case needs `takeOver`. */
export async function assign(
  deps: Deps,
  actor: StaffActor,
  input: QueueInputs['assign'],
): Promise<{ assignedTo: string | null }> {
  requireStaff(actor, 'reviewer');
  if (input.staffId) {
    const [found] = await deps.sql`select from staff where id = ${input.staffId} and disabled_at is null`;
    if (!found) throw new Refusal('NOT_FOUND');
  }
  return mutate(deps, actor, await tenantOfCustomer(deps, input.customerId), input.customerId, async (record) => {
    const holder = record.customer.assignedTo;
    const answer = () => ({ assignedTo: input.staffId ? showId('staff', input.staffId) : null });
    if (holder === input.staffId) return { change: null, answer };
    if (holder !== null && holder !== actor.staffId && !input.takeOver) await refuseHeld(deps, holder);
    return {
      change: {
        set: { assignedTo: input.staffId },
        audit: [{ action: 'case.assigned', about: { to: input.staffId, from: holder } }],
      },
      answer,
    };
  });
}

/** @throws HELD_BY_COLLEAGUE, with the name */
async function refuseHeld(deps: Deps, holder: string): Promise<never> {
  const [found] = await deps.sql<{ name: string }[]>`select name from staff where id = ${holder}`;
  const heldBy = found?.name ?? 'A colleague';
  throw new Refusal('HELD_BY_COLLEAGUE', {
    says: message('refusals.decisions.held', { name: heldBy }),
    data: { heldBy },
  });
}

/** Everyone at the desk who can hold a case. */
export async function colleagues(deps: Deps, actor: StaffActor): Promise<Colleague[]> {
  requireStaff(actor, 'auditor');
  const rows = await deps.sql<Colleague[]>`select id, name, role from staff where disabled_at is null order by name`;
  return rows.map((row) => ({ ...row, id: showId('staff', row.id) }));
}
