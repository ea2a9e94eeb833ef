import { type EventInputs, type EventPage, message, Refusal, type WebhookEvent } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { cursorsOf } from '../paging.ts';
import { type AppActor, requireApp } from '../tenancy.ts';

type Row = { id: string; body: string; xid: string; sequence: number };

/**
 * Lists events in commit order: for one customer by sequence, across customers by transaction id. Across customers only
 * events before the oldest running transaction are listed, so that a reader with a cursor never misses one.
 * @throws INVALID_INPUT, NOT_FOUND
 */
export async function list(deps: Deps, actor: AppActor, input: EventInputs['list']): Promise<EventPage> {
  requireApp(actor, 'customers:read');
  const { sql } = deps;
  const { limit, customerId, type } = input;
  if (input.afterSequence !== undefined && !customerId) refuseSequenceOfNobody();
  const cursors = cursorsOf(deps.vault, { list: 'events', owner: actor.tenantId, filters: { customerId, type } });
  const after = cursors.read(input.cursor);
  // The order names the table, because a bare `xid` would mean the selected text. As text 999 comes after 1000, so a
  // reader with a cursor would skip events.
  const typed = type ? sql`and type = ${type}` : sql``;
  const rows = customerId
    ? await sql<
        Row[]
      >`select id, body, xid::text, sequence from event where tenant_id = ${actor.tenantId} and customer_id = ${customerId}
        and sequence > ${Number(after?.[0] ?? input.afterSequence ?? 0)} ${typed} order by sequence limit ${limit + 1}`
    : await sql<Row[]>`select id, body, xid::text, sequence from event where tenant_id = ${actor.tenantId}
        and xid < pg_snapshot_xmin(pg_current_snapshot())
        ${after ? sql`and (xid, id) > (${after[0] ?? '0'}::text::xid8, ${after[1] ?? ''}::uuid)` : sql``} ${typed}
        order by event.xid, event.id limit ${limit + 1}`;
  if (customerId && rows.length === 0) await refuseUnknown(deps, actor, customerId);
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map((row) => JSON.parse(row.body) as WebhookEvent),
    cursor: last ? cursors.write([customerId ? last.sequence : last.xid, last.id]) : (input.cursor ?? null),
    hasMore: rows.length > limit,
    completeThrough: customerId ? (last?.sequence ?? Number(after?.[0] ?? input.afterSequence ?? 0)) : null,
  };
}

/** Refuses a sequence without a customer, because every customer has its own sequence. @throws INVALID_INPUT */
function refuseSequenceOfNobody(): never {
  throw Refusal.ofFields([{ path: 'customerId', message: message('refusals.request.nameCustomer') }]);
}

/** Refuses an unknown customer, because an empty page would say that it exists and has no events. @throws NOT_FOUND */
async function refuseUnknown(deps: Deps, actor: AppActor, customerId: string): Promise<void> {
  const [known] = await deps.sql`select from customer where tenant_id = ${actor.tenantId} and id = ${customerId}`;
  if (!known) throw new Refusal('NOT_FOUND');
}

/** Returns one event. @throws NOT_FOUND */
export async function get(deps: Deps, actor: AppActor, eventId: string): Promise<WebhookEvent> {
  requireApp(actor, 'customers:read');
  const [row] = await deps.sql<
    { body: string }[]
  >`select body from event where tenant_id = ${actor.tenantId} and id = ${eventId}`;
  if (!row) throw new Refusal('NOT_FOUND');
  return JSON.parse(row.body) as WebhookEvent;
}
