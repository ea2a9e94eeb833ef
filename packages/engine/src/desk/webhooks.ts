import {
  breakerState,
  COUNTED,
  type DeskWebhookInputs,
  ENGLISH,
  type EndpointCase,
  type EndpointHealth,
  type Mode,
  onTenantClock,
  type Page,
  Refusal,
  readId,
  showId,
  type TenantTime,
  type WebhookEndpointStatus,
} from '@gatehouse/domain';
import type { Row as DbRow, PendingQuery } from 'postgres';
import type { Deps } from '../deps.ts';
import { cursorsOf, page } from '../paging.ts';
import { withStaffEvent } from '../staff/history.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';
import { attemptsOf, listOf } from '../webhook/deliveries.ts';
import { enable } from '../webhook/endpoints.ts';
import { resendOne } from '../webhook/resend.ts';

type Row = {
  id: string;
  tenant_id: string;
  url: string;
  description: string;
  partner_name: string;
  mode: Mode;
  clock_offset: string;
  status: WebhookEndpointStatus;
  disabled_because: string | null;
  failures: number;
  failing_since: TenantTime | null;
  probe_at: TenantTime | null;
  slow: boolean;
  last_success_at: TenantTime | null;
  created_at: TenantTime;
  rank: number;
  next_due_at: TenantTime | null;
  pending: number;
  failed: number;
};

/** Endpoints that are disabled or failing come first. */
const rowsOf = ({ sql }: Deps, where: PendingQuery<DbRow[]>, limit: number) => sql<Row[]>`
  select w.*, waiting.next_due_at, waiting.count + flying.count as pending, failed.count as failed from (
    select w.id, w.tenant_id, w.url, w.description, p.name as partner_name, t.mode, t.clock_offset, w.status, w.disabled_because,
      w.failures, w.failing_since, w.probe_at, w.slow, w.last_success_at, w.created_at,
      (w.status = 'ENABLED' and w.failures = 0)::int as rank
    from webhook_endpoint w join tenant t on t.id = w.tenant_id join partner p on p.id = t.partner_id
    where w.removed_at is null) w
  cross join lateral (select count(*)::int, min(due_at) as next_due_at from (
    select due_at from delivery d where d.tenant_id = w.tenant_id and d.endpoint_id = w.id
      and d.status = 'PENDING' and d.queued_attempt < d.attempt order by d.due_at limit ${COUNTED}) d) waiting
  cross join lateral (select count(*)::int from delivery d where d.tenant_id = w.tenant_id and d.endpoint_id = w.id
    and d.status = 'PENDING' and d.queued_attempt = d.attempt) flying
  cross join lateral (select count(*) filter (where status = 'FAILED')::int from (
    select status from delivery d where d.tenant_id = w.tenant_id and d.endpoint_id = w.id
      order by d.created_at desc limit ${COUNTED}) d) failed
  where ${where} order by w.rank, w.created_at, w.id limit ${limit}`;

/** Every partner's endpoints, disabled and failing ones first. */
export async function webhookEndpoints(
  deps: Deps,
  actor: StaffActor,
  { cursor, limit }: DeskWebhookInputs['list'],
): Promise<Page<EndpointHealth>> {
  requireStaff(actor, 'admin');
  const { sql } = deps;
  const cursors = cursorsOf(deps.vault, { list: 'desk.webhooks', owner: 'desk', filters: {} });
  const after = cursors.read(cursor);
  const where = after
    ? sql`(w.rank, w.created_at, w.id) > (${Number(after[0])}, ${after[1] ?? ''}::timestamptz, ${after[2] ?? ''}::uuid)`
    : sql`true`;
  const rows = await rowsOf(deps, where, limit + 1);
  return page(
    rows,
    limit,
    (row) => view(deps, row),
    (row) => cursors.write([row.rank, row.created_at.toISOString(), row.id]),
  );
}

/** One endpoint with its newest deliveries and all their attempts. @throws NOT_FOUND */
export async function webhookEndpoint(
  deps: Deps,
  actor: StaffActor,
  { endpointId, ...paging }: DeskWebhookInputs['get'],
): Promise<EndpointCase> {
  const row = await find(deps, actor, endpointId);
  const { items, nextCursor } = await listOf(deps, row.tenant_id, { ...paging, endpointId });
  const ids = items.map((each) => readId('delivery', each.id) ?? '');
  const attempts = await attemptsOf(deps, row.tenant_id, ids, ENGLISH);
  const deliveries = items.map((each, index) => ({ ...each, attempts: attempts.get(ids[index] ?? '') ?? [] }));
  return { endpoint: view(deps, row), deliveries: { items: deliveries, nextCursor } };
}

/** Resends one delivery, as its owner could, and records the actor. @throws NOT_FOUND, ENDPOINT_DISABLED */
export async function resendDelivery(
  deps: Deps,
  actor: StaffActor,
  { endpointId, deliveryId }: DeskWebhookInputs['resend'],
): Promise<{ queued: number }> {
  const { tenant_id: tenantId } = await find(deps, actor, endpointId);
  const about = { endpoint: showId('endpoint', endpointId), delivery: showId('delivery', deliveryId) };
  return withStaffEvent(deps, actor, { action: 'deliverySentAgain', about }, async (bound) => {
    const answer = await resendOne(bound, tenantId, deliveryId);
    return { answer, done: answer.queued > 0 };
  });
}

/**
 * Enables an endpoint, as its owner could, and records the actor. Its failures are reset, and its breaker closes.
 * @throws NOT_FOUND
 */
export async function enableEndpoint(deps: Deps, actor: StaffActor, endpointId: string): Promise<{ enabled: true }> {
  const { tenant_id: tenantId } = await find(deps, actor, endpointId);
  const about = { endpoint: showId('endpoint', endpointId) };
  return withStaffEvent(deps, actor, { action: 'endpointEnabled', about }, async (bound) => {
    const done = await enable(bound, tenantId, endpointId);
    return { answer: { enabled: true }, done };
  });
}

async function find(deps: Deps, actor: StaffActor, endpointId: string): Promise<Row> {
  requireStaff(actor, 'admin');
  const [row] = await rowsOf(deps, deps.sql`w.id = ${endpointId}`, 1);
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

function view(deps: Deps, row: Row): EndpointHealth {
  const clockOffset = Number(row.clock_offset);
  const { origin, pathname } = new URL(row.url);
  const waitsFor = [row.next_due_at, row.probe_at].filter((each) => each !== null);
  return {
    id: showId('endpoint', row.id),
    url: origin + pathname,
    description: row.description,
    partnerName: row.partner_name,
    mode: row.mode,
    status: row.status,
    disabledBecause: row.disabled_because,
    breaker: breakerState(row.probe_at, onTenantClock(deps.now(), clockOffset)),
    failures: row.failures,
    failingSince: row.failing_since?.toISOString() ?? null,
    lastSuccessAt: row.last_success_at?.toISOString() ?? null,
    slow: row.slow,
    nextTryAt: row.next_due_at ? waitsFor.reduce((one, other) => (one > other ? one : other)).toISOString() : null,
    pending: row.pending,
    clockOffset,
    failed: row.failed,
  };
}
