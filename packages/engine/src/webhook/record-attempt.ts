import type { schema } from '@gatehouse/db';
import {
  afterAttempt,
  BREAKER_OPENS_AFTER,
  between,
  DISABLE_AFTER,
  later,
  type NextStep,
  newId,
  onTenantClock,
  probeWait,
  SLOW_AFTER,
  SLOW_DOWN,
  SLOW_STATUSES,
  type TenantTime,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { type DisabledNotice, disabledNotice } from './disabled-notice.ts';
import type { EndpointRow } from './endpoints.ts';
import type { PostResult } from './post.ts';

export type LoadedAttempt = {
  readonly delivery: typeof schema.delivery.$inferSelect;
  readonly endpoint: EndpointRow;
  readonly tenant: typeof schema.tenant.$inferSelect;
};

/** An attempt with its result, and the tenant's time. */
type Written = LoadedAttempt & { readonly result: PostResult; readonly now: TenantTime };

/**
 * Writes the attempt, the delivery's next state and the endpoint's health in one statement, fenced by the attempt's
 * number.
 *
 * @returns whether more deliveries of the endpoint are due and wait.
 */
export async function recordAttempt(deps: Deps, attempted: LoadedAttempt, result: PostResult): Promise<boolean> {
  const { delivery, tenant } = attempted;
  const written = { ...attempted, result, now: onTenantClock(deps.now(), tenant.clockOffset) };
  const { status, retryAfter } = result;
  const inSchedule = delivery.attempt - delivery.firstAttempt + 1;
  const next = afterAttempt(inSchedule, { status, ...(retryAfter === undefined ? {} : { retryAfter }) }, deps.random());
  const [row] = next.kind === 'delivered' ? await writeSuccess(deps, written) : await writeFailure(deps, written, next);
  return row?.more ?? false;
}

/** A healthy endpoint's row is written at most once per second. Otherwise many deliveries would wait for its lock. */
const writeSuccess = (deps: Deps, { delivery, endpoint, result, now }: Written) => deps.sql<{ more: boolean }[]>`
  with moved as (
    update delivery set status = 'DELIVERED', ended_at = ${now}
    where tenant_id = ${delivery.tenantId} and id = ${delivery.id} and attempt = ${delivery.attempt} and status = 'PENDING'
    returning tenant_id, id, endpoint_id
  ), health as (
    update webhook_endpoint w set failing_since = null, failures = 0, probe_at = null, slow = ${isSlow(result)}, last_success_at = ${now}
    from moved where w.tenant_id = moved.tenant_id and w.id = moved.endpoint_id and w.url = ${endpoint.url}
      and (w.failures > 0 or w.failing_since is not null or w.slow <> ${isSlow(result)}
        or w.last_success_at is null or w.last_success_at < ${later(now, -1000)})
  ) ${insertAttempt(deps, { delivery, result, now })}`;

/**
 * The statement reads the endpoint's current row: a success in between restarts the count, of several simultaneous
 * failures one disables the endpoint and notifies its owner, and a changed URL is not blamed for the old one.
 */
async function writeFailure(
  deps: Deps,
  written: Written,
  next: Exclude<NextStep, { kind: 'delivered' }>,
): Promise<{ more: boolean }[]> {
  const { delivery, endpoint, result, now } = written;
  const { sql } = deps;
  const retries = next.kind === 'retry';
  const gone = next.kind === 'failed' && next.disableEndpoint;
  const tooLong = later(now, -DISABLE_AFTER);
  const pause = pauseAfter(result, now, endpoint.failingSince);
  const why = gone ? 'GONE' : endpoint.failingSince && endpoint.failingSince <= tooLong ? 'NO_SUCCESS' : null;
  const told: DisabledNotice | null = why && (await disabledNotice(deps, written, why));
  return sql<{ more: boolean }[]>`
    with moved as (
      update delivery set status = ${retries ? 'PENDING' : 'FAILED'}, attempt = attempt + ${retries ? 1 : 0},
        due_at = ${retries ? later(now, next.wait) : delivery.dueAt}, ended_at = ${retries ? null : now}
      where tenant_id = ${delivery.tenantId} and id = ${delivery.id} and attempt = ${delivery.attempt} and status = 'PENDING'
      returning tenant_id, id, endpoint_id
    ), before as (
      select w.tenant_id, w.id, w.failures + 1 as failures,
        w.status = 'ENABLED' and w.removed_at is null and (${gone} or w.failing_since <= ${tooLong}) as disables
      from webhook_endpoint w join moved on w.tenant_id = moved.tenant_id and w.id = moved.endpoint_id
      where w.url = ${endpoint.url} for no key update of w
    ), health as (
      update webhook_endpoint w set failures = before.failures, slow = ${isSlow(result)},
        failing_since = coalesce(w.failing_since, ${now}::timestamptz),
        probe_at = case when before.failures >= ${BREAKER_OPENS_AFTER} or ${asksToSlowDown(result)} then ${later(now, pause)}::timestamptz else w.probe_at end,
        status = case when before.disables then 'DISABLED' else w.status end,
        disabled_because = case when before.disables then ${told?.because ?? null} else w.disabled_because end
      from before where w.tenant_id = before.tenant_id and w.id = before.id
    ) ${told ? told.writes(sql`before where before.disables`) : sql``} ${insertAttempt(deps, written)}`;
}

const insertAttempt = ({ sql }: Deps, { delivery, result, now }: Pick<Written, 'delivery' | 'result' | 'now'>) => sql`
  insert into attempt (tenant_id, id, delivery_id, number, status_code, duration_ms, answer, error, at)
  select tenant_id, ${newId()}::uuid, id, ${delivery.attempt}, ${result.status}::int, ${Math.round(result.durationMs)}::int, ${result.answer}, ${result.error ? JSON.stringify(result.error) : null}, ${now}::timestamptz from moved
  returning exists (select from delivery d where d.tenant_id = ${delivery.tenantId} and d.endpoint_id = ${delivery.endpointId}
    and d.status = 'PENDING' and d.queued_attempt < d.attempt and d.due_at <= ${now}::timestamptz) as more`;

const isSlow = (result: PostResult): boolean => result.durationMs > SLOW_AFTER;
const asksToSlowDown = ({ status }: PostResult): boolean => status !== null && SLOW_STATUSES.includes(status);

/** The pause of the whole endpoint when its breaker opens, in milliseconds. */
function pauseAfter(result: PostResult, now: TenantTime, failingSince: TenantTime | null): number {
  const wait = probeWait(failingSince ? between(failingSince, now) : 0);
  return asksToSlowDown(result) ? Math.max(wait, SLOW_DOWN) : wait;
}
