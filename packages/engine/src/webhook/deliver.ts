import { schema } from '@gatehouse/db';
import { ATTEMPT_TIMEOUT, afterAttempt, DISABLE_AFTER, type JobPayload, newId, showId } from '@gatehouse/domain';
import { and, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { tenantNow } from '../record.ts';
import { type EndpointRow, liveSecrets } from './endpoints.ts';
import type { Poster, PostResult } from './post.ts';
import { signatureHeaders } from './sign.ts';

type Loaded = {
  delivery: typeof schema.delivery.$inferSelect;
  endpoint: EndpointRow;
  body: string;
  clockOffset: number;
};

/**
 * The job of one attempt: posts the event's fixed bytes and writes down what came of it. The row owns the attempt's
 * number, so that a worker which was paused and comes back can write nothing a second time.
 */
export async function deliver(
  deps: Deps,
  poster: Poster,
  { tenantId, deliveryId, attempt }: JobPayload<'delivery.attempt'>,
  signal?: AbortSignal,
): Promise<void> {
  const loaded = await load(deps, tenantId, deliveryId);
  if (loaded?.delivery.status !== 'PENDING' || loaded.delivery.attempt !== attempt) return;
  const { delivery, endpoint, body } = loaded;
  if (endpoint.removedAt || endpoint.status !== 'ENABLED') return close(deps, loaded);
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
  if (signal?.aborted) return;
  await record(deps, loaded, result);
}

async function load(deps: Deps, tenantId: string, deliveryId: string): Promise<Loaded | null> {
  const [row] = await deps.db
    .select({
      delivery: schema.delivery,
      endpoint: schema.webhookEndpoint,
      body: schema.event.body,
      clockOffset: schema.tenant.clockOffset,
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

/** Writes the attempt, what follows for the delivery, and the endpoint's health, as one statement fenced by the number. */
async function record(deps: Deps, { delivery, clockOffset }: Loaded, result: PostResult): Promise<void> {
  const now = tenantNow(deps, clockOffset);
  const inSchedule = delivery.attempt - delivery.firstAttempt + 1;
  const next = afterAttempt(
    inSchedule,
    { status: result.status, ...(result.retryAfter === undefined ? {} : { retryAfter: result.retryAfter }) },
    deps.random(),
  );
  const delivered = next.kind === 'delivered';
  const gone = next.kind === 'failed' && next.disableEndpoint;
  const tooLong = new Date(now.getTime() - DISABLE_AFTER);
  const status = next.kind === 'delivered' ? 'DELIVERED' : next.kind === 'failed' ? 'FAILED' : 'PENDING';
  const retries = next.kind === 'retry';
  await deps.sql`
    with moved as (
      update delivery set status = ${status}, attempt = attempt + ${retries ? 1 : 0},
        due_at = ${retries ? new Date(now.getTime() + next.wait) : delivery.dueAt}, ended_at = ${retries ? null : now}
      where tenant_id = ${delivery.tenantId} and id = ${delivery.id} and attempt = ${delivery.attempt} and status = 'PENDING'
      returning tenant_id, endpoint_id
    ), health as (
      -- Since when it fails is asked of the row as it is now: a success that came in between begins the count anew.
      update webhook_endpoint w set
        failing_since = case when ${delivered} then null else coalesce(w.failing_since, ${now}::timestamptz) end,
        last_success_at = case when ${delivered} then ${now}::timestamptz else w.last_success_at end,
        status = case when ${gone} or (not ${delivered} and w.failing_since <= ${tooLong}) then 'DISABLED' else w.status end,
        disabled_because = case when ${gone} then 'The endpoint answered 410 Gone.'
          when not ${delivered} and w.failing_since <= ${tooLong} then 'Nothing was accepted for five days.' else w.disabled_because end
      from moved where w.tenant_id = moved.tenant_id and w.id = moved.endpoint_id and case when ${delivered}
        then w.failing_since is not null or w.last_success_at is null or w.last_success_at < ${new Date(now.getTime() - 1000)}
        else w.failing_since is null or ${gone} or w.failing_since <= ${tooLong} end
    )
    insert into attempt (tenant_id, id, delivery_id, number, status_code, duration_ms, answer, error, at)
    select tenant_id, ${newId()}::uuid, ${delivery.id}::uuid, ${delivery.attempt}, ${result.status}::int, ${Math.round(result.durationMs)}::int, ${result.answer}, ${result.error ?? null}, ${now}::timestamptz from moved`;
}

async function close(deps: Deps, { delivery }: Loaded): Promise<void> {
  await deps.sql`update delivery set status = 'FAILED', ended_at = ${deps.now()}
    where tenant_id = ${delivery.tenantId} and id = ${delivery.id} and attempt = ${delivery.attempt} and status = 'PENDING'`;
}
