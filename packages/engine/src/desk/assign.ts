import { insert, schema } from '@gatehouse/db';
import { customerLifecycle, newId, nextActor, possible, Refusal, type StaffRole, showId } from '@gatehouse/domain';
import { offersFor } from '../decisions/facts.ts';
import type { Deps } from '../deps.ts';
import { digest } from '../record/audit-digest.ts';
import { tenantOfCustomer } from '../record/find-tenant.ts';
import { mutate } from '../record/mutate.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';

/** Gives a case to someone, or to nobody. Taking one that a colleague holds says so first. */
export async function assign(
  deps: Deps,
  actor: StaffActor,
  input: { customerId: string; staffId: string | null; takeOver?: boolean },
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
  throw new Refusal('HELD_BY_COLLEAGUE', `${heldBy} holds this case.`, { heldBy });
}

/** Puts a case at the head of the queue, or back in line. @throws TRANSITION_NOT_ALLOWED where it does not wait for us. */
export async function expedite(
  deps: Deps,
  actor: StaffActor,
  input: { customerId: string; expedited: boolean },
): Promise<{ expedited: boolean }> {
  requireStaff(actor, 'reviewer');
  const { customerId, expedited } = input;
  return mutate(deps, actor, await tenantOfCustomer(deps, customerId), customerId, async (record) => {
    const status = record.customer.customerStatus;
    const answer = () => ({ expedited });
    if (record.customer.expedited === expedited) return { change: null, answer };
    if (expedited && nextActor(status) !== 'us' && record.customer.openProposalId === null)
      throw new Refusal(
        'TRANSITION_NOT_ALLOWED',
        `Nothing here waits for us, so nothing can be expedited; this is ${customerLifecycle.label(status)}.`,
        { customerStatus: status, allowed: possible(await offersFor(deps, record, actor)) },
      );
    return {
      change: { set: { expedited }, audit: [{ action: 'case.expedited', about: { expedited } }] },
      answer,
    };
  });
}

/** Adds an internal note. It never leaves the desk. */
export async function addNote(
  deps: Deps,
  actor: StaffActor,
  input: { customerId: string; text: string },
): Promise<{ id: string }> {
  requireStaff(actor, 'reviewer');
  const id = newId();
  return mutate(deps, actor, await tenantOfCustomer(deps, input.customerId), input.customerId, (record) => {
    const note = {
      tenantId: record.customer.tenantId,
      id,
      customerId: record.customer.id,
      staffId: actor.staffId,
      sealed: record.key.seal('note', { text: input.text }),
      createdAt: record.now,
    };
    return {
      change: {
        audit: [{ action: 'case.noted', about: { note: id, digest: digest('note', note) } }],
        writes: [insert(schema.note, [note])],
      },
      answer: () => ({ id: showId('note', id) }),
    };
  });
}

/** Everyone at the desk who can hold a case. */
export async function colleagues(
  deps: Deps,
  actor: StaffActor,
): Promise<{ id: string; name: string; role: StaffRole }[]> {
  requireStaff(actor, 'auditor');
  const rows = await deps.sql<
    { id: string; name: string; role: StaffRole }[]
  >`select id, name, role from staff where disabled_at is null order by name`;
  return rows.map((row) => ({ ...row, id: showId('staff', row.id) }));
}
