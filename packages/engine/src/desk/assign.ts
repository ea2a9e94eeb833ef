import { insert, schema } from '@gatehouse/db';
import { newId, Refusal, type StaffRole, showId } from '@gatehouse/domain';
import { amend } from '../amend.ts';
import { tenantOfCustomer } from '../decisions/tenant.ts';
import type { Deps } from '../deps.ts';
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
  return amend(deps, await tenantOfCustomer(deps, input.customerId), input.customerId, (record) => {
    const holder = record.customer.assignedTo;
    const answer = () => ({ assignedTo: input.staffId ? showId('staff', input.staffId) : null });
    if (holder === input.staffId) return { change: null, answer };
    if (holder !== null && holder !== actor.staffId && !input.takeOver)
      throw new Refusal('ALREADY_DECIDED', 'A colleague holds this case. Take it over if you agreed on it.');
    return {
      change: {
        actor,
        set: { assignedTo: input.staffId },
        audit: [{ action: 'case.assigned', about: { to: input.staffId, from: holder } }],
      },
      answer,
    };
  });
}

/** Puts a case at the head of the queue, or back in line. */
export async function expedite(
  deps: Deps,
  actor: StaffActor,
  input: { customerId: string; expedited: boolean },
): Promise<{ expedited: boolean }> {
  requireStaff(actor, 'reviewer');
  return amend(deps, await tenantOfCustomer(deps, input.customerId), input.customerId, (record) => ({
    change:
      record.customer.expedited === input.expedited
        ? null
        : {
            actor,
            set: { expedited: input.expedited },
            audit: [{ action: 'case.expedited', about: { expedited: input.expedited } }],
          },
    answer: () => ({ expedited: input.expedited }),
  }));
}

/** Adds an internal note. It never leaves the desk. */
export async function addNote(
  deps: Deps,
  actor: StaffActor,
  input: { customerId: string; text: string },
): Promise<{ id: string }> {
  requireStaff(actor, 'reviewer');
  const id = newId();
  return amend(deps, await tenantOfCustomer(deps, input.customerId), input.customerId, (record) => ({
    change: {
      actor,
      audit: [{ action: 'case.noted', about: { note: id } }],
      writes: [
        insert(schema.note, [
          {
            tenantId: record.customer.tenantId,
            id,
            customerId: record.customer.id,
            staffId: actor.staffId,
            sealed: record.key.seal('note', { text: input.text }),
            createdAt: record.now,
          },
        ]),
      ],
    },
    answer: () => ({ id: showId('note', id) }),
  }));
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
