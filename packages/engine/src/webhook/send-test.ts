import { API_VERSION, newId, showId } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { tenantNow } from '../record/tenant-clock.ts';
import type { AppActor } from '../tenancy.ts';
import { find } from './endpoints.ts';
import { probeNow, refuseDisabled } from './resend.ts';

/** Sends a test event to one endpoint, through a regular delivery. */
export async function sendTest(
  deps: Deps,
  actor: AppActor,
  id: string,
): Promise<{ eventId: string; deliveryId: string }> {
  const endpoint = await find(deps, actor, id);
  refuseDisabled(endpoint);
  const [eventId, deliveryId] = [newId(), newId()];
  const now = await tenantNow(deps, actor.tenantId);
  const body = JSON.stringify({
    id: showId('event', eventId),
    type: 'webhook.test',
    apiVersion: API_VERSION,
    mode: actor.mode,
    occurredAt: now.toISOString(),
    sequence: 0,
    data: { message: 'This is a test.' },
  });
  await deps.sql`
    with e as (insert into event (tenant_id, id, type, sequence, body, occurred_at, relayed_at)
      values (${actor.tenantId}, ${eventId}, 'webhook.test', 0, ${body}, ${now}, ${deps.now()}) returning tenant_id)
    insert into delivery (tenant_id, id, event_id, endpoint_id, status, due_at, created_at)
      select tenant_id, ${deliveryId}::uuid, ${eventId}::uuid, ${endpoint.id}::uuid, 'PENDING', ${now}, ${now} from e`;
  await probeNow(deps, actor.tenantId, endpoint.id);
  return { eventId: showId('event', eventId), deliveryId: showId('delivery', deliveryId) };
}
