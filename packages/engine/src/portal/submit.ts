import { isOpen, type PortalInputs, type Sent } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { changeData } from '../intake/change-data.ts';
import { mutate } from '../record/mutate.ts';
import type { CustomerActor } from '../tenancy.ts';

/** Declares and submits complete data. A double click submits once: the second call finds the case under review. */
export async function submit(deps: Deps, actor: CustomerActor, input: PortalInputs['submit']): Promise<Sent> {
  return send(deps, actor, { declare: true, ...input });
}

/** Sends the drafted answers together. Items without an answer stay open. */
export async function answerItems(
  deps: Deps,
  actor: CustomerActor,
  { documents, ...given }: PortalInputs['answer'],
): Promise<Sent> {
  const sent = await send(deps, actor, { attach: documents, ...given });
  await deps.sql`delete from draft where tenant_id = ${actor.tenantId} and customer_id = ${actor.customerId} and subject like 'requirement:%'`;
  return sent;
}

function send(deps: Deps, actor: CustomerActor, given: Parameters<typeof changeData>[3]): Promise<Sent> {
  return mutate(deps, actor, actor.tenantId, actor.customerId, async (record) => {
    const decision = await changeData(deps, record, actor, given);
    return {
      change: decision.change,
      answer: (after) => {
        const { missing, requirements } = decision.answer(after);
        return {
          customerStatus: after.customerStatus,
          missing: missing.length,
          open: requirements.filter(isOpen).length,
        };
      },
    };
  });
}
