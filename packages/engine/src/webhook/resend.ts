import {
  type DeliveryInputs,
  deliveryLifecycle,
  isEnabled,
  later,
  message,
  Refusal,
  type TenantTime,
  tenantTime,
  type WebhookEndpointStatus,
} from '@gatehouse/domain';
import type { PendingQuery, Row } from 'postgres';
import type { Deps } from '../deps.ts';
import { tenantNow } from '../record/tenant-clock.ts';
import { type AppActor, requireApp } from '../tenancy.ts';
import { type EndpointRow, find } from './endpoints.ts';

/**
 * Sends one delivery again now, with a fresh retry schedule. The event keeps its id, so a receiver can drop duplicates.
 */
export async function resend(deps: Deps, actor: AppActor, id: string): Promise<{ queued: number }> {
  requireApp(actor, 'webhooks:manage');
  return resendOne(deps, actor.tenantId, id);
}

/** @throws NOT_FOUND, ENDPOINT_DISABLED */
export async function resendOne(deps: Deps, tenantId: string, id: string): Promise<{ queued: number }> {
  const { sql } = deps;
  const [endpoint] = await sql<{ id: string; status: WebhookEndpointStatus; removedAt: TenantTime | null }[]>`
    select w.id, w.status, w.removed_at as "removedAt" from delivery d
    join webhook_endpoint w on w.tenant_id = d.tenant_id and w.id = d.endpoint_id
    where d.tenant_id = ${tenantId} and d.id = ${id}`;
  if (!endpoint) throw new Refusal('NOT_FOUND');
  refuseDisabled(endpoint);
  const dueAt = await firstInLine(deps, tenantId, endpoint.id);
  const done = await requeue(deps, tenantId, endpoint.id, dueAt, sql`and d.id = ${id}`);
  if (done > 0) return { queued: done };
  // The delivery is still pending, so only its next attempt is brought forward.
  const sooner = await sql`
    update delivery d set due_at = ${dueAt} where tenant_id = ${tenantId} and id = ${id} and status = 'PENDING'`;
  await probeNow(deps, tenantId, endpoint.id);
  return { queued: sooner.count };
}

/** Sends an endpoint's ended deliveries since a time again. Default: only failed ones. */
export async function replay(
  deps: Deps,
  actor: AppActor,
  input: DeliveryInputs['replay'],
): Promise<{ queued: number }> {
  requireApp(actor, 'webhooks:manage');
  refuseDisabled(await find(deps, actor, input.endpointId));
  const { sql } = deps;
  const failedOnly = input.includeDelivered ? sql`` : sql`and d.status = 'FAILED'`;
  const since = sql`and d.created_at >= ${tenantTime(input.since)} ${failedOnly}`;
  return {
    queued: await requeue(deps, actor.tenantId, input.endpointId, await tenantNow(deps, actor.tenantId), since),
  };
}

/** Returns a due time that puts a delivery first, also when many wait for an open breaker. */
async function firstInLine(deps: Deps, tenantId: string, endpointId: string): Promise<TenantTime> {
  const now = await tenantNow(deps, tenantId);
  const [oldest] = await deps.sql<{ due_at: TenantTime }[]>`
    select due_at from delivery where tenant_id = ${tenantId} and endpoint_id = ${endpointId}
      and status = 'PENDING' and queued_attempt < attempt order by due_at limit 1`;
  return oldest && oldest.due_at <= now ? later(oldest.due_at, -1) : now;
}

/** @throws ENDPOINT_DISABLED unless the endpoint receives. */
export function refuseDisabled({ status, removedAt }: Pick<EndpointRow, 'status' | 'removedAt'>): void {
  if (removedAt) throw new Refusal('ENDPOINT_DISABLED', { says: message('refusals.webhooks.removed') });
  if (!isEnabled({ status })) throw new Refusal('ENDPOINT_DISABLED');
}

/** Lets the next probe through an open breaker at once. The caller may know that the endpoint works again. */
export async function probeNow(deps: Deps, tenantId: string, endpointId: string): Promise<void> {
  const now = await tenantNow(deps, tenantId);
  await deps.sql`update webhook_endpoint set probe_at = ${now} where tenant_id = ${tenantId} and id = ${endpointId} and probe_at > ${now}`;
  deps.announce({ tenantId, customerId: '' });
}

/**
 * Applies the lifecycle's `replay`: an ended delivery becomes pending, and its next attempt number is the first of a
 * new schedule.
 */
async function requeue(
  deps: Deps,
  tenantId: string,
  endpointId: string,
  dueAt: TenantTime,
  which: PendingQuery<Row[]>,
): Promise<number> {
  const from = deliveryLifecycle.rows.filter((row) => row.event === 'replay').map((row) => row.from);
  const done = await deps.sql`
    update delivery d set status = ${deliveryLifecycle.initial}, attempt = d.attempt + 1, first_attempt = d.attempt + 1, due_at = ${dueAt}, ended_at = null
    where d.tenant_id = ${tenantId} and d.endpoint_id = ${endpointId} and d.status = any(${from}) ${which}`;
  if (done.count > 0) await probeNow(deps, tenantId, endpointId);
  return done.count;
}
