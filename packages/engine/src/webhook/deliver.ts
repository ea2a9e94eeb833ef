import { schema } from '@gatehouse/db';
import {
  ATTEMPT_TIMEOUT,
  deliveryLifecycle,
  isEnabled,
  type JobPayload,
  onTenantClock,
  showId,
} from '@gatehouse/domain';
import { and, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { liveSecrets } from './endpoints.ts';
import type { Poster } from './post.ts';
import { type LoadedAttempt, recordAttempt } from './record-attempt.ts';
import { signatureHeaders } from './sign.ts';

type Loaded = LoadedAttempt & { readonly body: string };

/**
 * Runs the job of one attempt: posts the event's stored bytes and records the result. The row's attempt number fences
 * the job, so a paused worker that resumes cannot write a second time.
 *
 * @returns whether more deliveries of the endpoint are due and wait for the freed slot.
 */
export async function deliver(
  deps: Deps,
  poster: Poster,
  { tenantId, deliveryId, attempt }: JobPayload<'delivery.attempt'>,
  signal?: AbortSignal,
): Promise<boolean> {
  const loaded = await load(deps, tenantId, deliveryId);
  if (!loaded || !deliveryLifecycle.may(loaded.delivery.status, 'deliver')) return false;
  if (loaded.delivery.attempt !== attempt) return false;
  const { delivery, endpoint, body } = loaded;
  if (endpoint.removedAt || !isEnabled(endpoint)) {
    await close(deps, loaded);
    return false;
  }
  const timestamp = deps.now();
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Gatehouse-Webhooks/1',
    ...signatureHeaders({
      id: showId('event', delivery.eventId),
      timestamp,
      body,
      secrets: liveSecrets(deps, endpoint),
    }),
  };
  const result = await poster.post({
    url: endpoint.url,
    headers,
    body,
    timeout: ATTEMPT_TIMEOUT,
    ...(signal ? { signal } : {}),
  });
  return signal?.aborted ? false : recordAttempt(deps, loaded, result);
}

async function load(deps: Deps, tenantId: string, deliveryId: string): Promise<Loaded | null> {
  const [row] = await deps.db
    .select({
      delivery: schema.delivery,
      endpoint: schema.webhookEndpoint,
      body: schema.event.body,
      tenant: schema.tenant,
    })
    .from(schema.delivery)
    .innerJoin(
      schema.event,
      and(eq(schema.event.tenantId, schema.delivery.tenantId), eq(schema.event.id, schema.delivery.eventId)),
    )
    .innerJoin(
      schema.webhookEndpoint,
      and(
        eq(schema.webhookEndpoint.tenantId, schema.delivery.tenantId),
        eq(schema.webhookEndpoint.id, schema.delivery.endpointId),
      ),
    )
    .innerJoin(schema.tenant, eq(schema.tenant.id, schema.delivery.tenantId))
    .where(and(eq(schema.delivery.tenantId, tenantId), eq(schema.delivery.id, deliveryId)));
  return row ?? null;
}

async function close(deps: Deps, { delivery, tenant }: Loaded): Promise<void> {
  await deps.sql`update delivery set status = 'FAILED', ended_at = ${onTenantClock(deps.now(), tenant.clockOffset)}
    where tenant_id = ${delivery.tenantId} and id = ${delivery.id} and attempt = ${delivery.attempt} and status = 'PENDING'`;
}
