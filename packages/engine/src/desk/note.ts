import { insert, schema } from '@gatehouse/db';
import { type CaseInputs, newId, showId } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { digest } from '../record/audit-digest.ts';
import { tenantOfCustomer } from '../record/load.ts';
import { mutate } from '../record/mutate.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';

/** Adds an internal note. It never leaves the desk. */
export async function addNote(deps: Deps, actor: StaffActor, input: CaseInputs['note']): Promise<{ id: string }> {
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
