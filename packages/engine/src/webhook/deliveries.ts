import { schema } from '@gatehouse/db';
import {
  type AttemptView,
  type DeliveryInputs,
  type DeliveryStatus,
  type DeliveryView,
  deliveryLifecycle,
  type EventType,
  type Language,
  languageOf,
  message,
  type Page,
  Refusal,
  StoredMessage,
  say,
  showId,
  storedMessage,
  type TenantTime,
} from '@gatehouse/domain';
import { and, eq, inArray } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { cursorsOf, page } from '../paging.ts';
import { type AppActor, requireApp } from '../tenancy.ts';

type Row = {
  id: string;
  event_id: string;
  type: EventType;
  endpoint_id: string;
  status: DeliveryStatus;
  attempt: number;
  due_at: TenantTime;
  created_at: TenantTime;
};

const view = (row: Row): DeliveryView => ({
  id: showId('delivery', row.id),
  eventId: showId('event', row.event_id),
  eventType: row.type,
  endpointId: showId('endpoint', row.endpoint_id),
  status: row.status,
  attempt: row.attempt,
  nextAttemptAt: row.status === deliveryLifecycle.initial ? row.due_at.toISOString() : null,
  createdAt: row.created_at.toISOString(),
});

/** Lists deliveries, newest first, including those of removed endpoints. @throws NOT_FOUND for an unknown endpoint */
export async function list(deps: Deps, actor: AppActor, input: DeliveryInputs['list']): Promise<Page<DeliveryView>> {
  requireApp(actor, 'webhooks:manage');
  const { endpointId } = input;
  if (endpointId) await refuseUnknown(deps, actor, endpointId);
  return listOf(deps, actor.tenantId, input);
}

async function refuseUnknown({ sql }: Deps, { tenantId }: AppActor, endpointId: string): Promise<void> {
  const [known] = await sql`select from webhook_endpoint where tenant_id = ${tenantId} and id = ${endpointId}`;
  if (!known) throw new Refusal('NOT_FOUND');
}

export async function listOf(
  deps: Deps,
  tenantId: string,
  { cursor, limit, endpointId, status }: DeliveryInputs['list'],
): Promise<Page<DeliveryView>> {
  const filters = { endpointId, status };
  const cursors = cursorsOf(deps.vault, { list: 'deliveries', owner: tenantId, filters });
  const after = cursors.read(cursor);
  const { sql } = deps;
  const rows = await sql<Row[]>`
    select d.id, d.event_id, e.type, d.endpoint_id, d.status, d.attempt, d.due_at, d.created_at
    from delivery d join event e on e.tenant_id = d.tenant_id and e.id = d.event_id
    where d.tenant_id = ${tenantId}
      ${endpointId ? sql`and d.endpoint_id = ${endpointId}` : sql``} ${status ? sql`and d.status = ${status}` : sql``}
      ${after ? sql`and (d.created_at, d.id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : sql``}
    order by d.created_at desc, d.id desc limit ${limit + 1}`;
  return page(rows, limit, view, (row) => cursors.write([row.created_at.toISOString(), row.id]));
}

/** Returns one delivery with all its attempts and the body that was sent. */
export async function get(
  deps: Deps,
  actor: AppActor,
  id: string,
): Promise<DeliveryView & { attempts: AttemptView[]; body: string }> {
  requireApp(actor, 'webhooks:manage');
  const [row] = await deps.sql<(Row & { body: string })[]>`
    select d.id, d.event_id, e.type, d.endpoint_id, d.status, d.attempt, d.due_at, d.created_at, e.body
    from delivery d join event e on e.tenant_id = d.tenant_id and e.id = d.event_id where d.tenant_id = ${actor.tenantId} and d.id = ${id}`;
  if (!row) throw new Refusal('NOT_FOUND');
  return {
    ...view(row),
    body: row.body,
    attempts: (await attemptsOf(deps, actor.tenantId, [id], languageOf(actor.language))).get(id) ?? [],
  };
}

/** Loads all attempts of these deliveries in order, by delivery id. */
export async function attemptsOf(
  deps: Deps,
  tenantId: string,
  deliveryIds: readonly string[],
  language: Language,
): Promise<Map<string, AttemptView[]>> {
  const table = schema.attempt;
  const rows = await deps.db
    .select()
    .from(table)
    .where(and(eq(table.tenantId, tenantId), inArray(table.deliveryId, [...deliveryIds])))
    .orderBy(table.number, table.at);
  const found = new Map<string, AttemptView[]>();
  for (const { deliveryId, number, at, statusCode, durationMs, answer, error } of rows) {
    const attempt = { number, at: at.toISOString(), statusCode, durationMs, answer, error: errorIn(language, error) };
    found.set(deliveryId, [...(found.get(deliveryId) ?? []), attempt]);
  }
  return found;
}

/** Reads a stored error. Earlier versions stored its English text. */
function errorIn(language: Language, stored: string | null): string | null {
  if (!stored?.startsWith('{')) return stored;
  return say(language, storedMessage(StoredMessage.parse(JSON.parse(stored))) ?? message('attempts.failed'));
}
