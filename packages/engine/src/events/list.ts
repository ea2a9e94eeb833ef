import { type EventInputs, type EventPage, Refusal, type WebhookEvent } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { cursorsOf } from '../paging.ts';
import { type AppActor, requireApp } from '../tenancy.ts';

type Row = { id: string; body: string; xid: string; sequence: number };

/**
 * Events in the order in which they were committed: for one customer by sequence, across customers by transaction, and
 * there only below the oldest transaction still running, so that a reader with a cursor never misses one.
 * @throws INVALID_INPUT, NOT_FOUND
 */
export async function list(deps: Deps, actor: AppActor, input: EventInputs['list']): Promise<EventPage> {
  requireApp(actor, 'customers:read');
  const { sql } = deps;
  const { limit, customerId, type } = input;
  if (input.afterSequence !== undefined && !customerId) refuseSequenceOfNobody();
  const cursors = cursorsOf(deps.vault, { list: 'events', owner: actor.tenantId, filters: { customerId, type } });
  const after = cursors.read(input.cursor);
  // The table is named in the order, because a bare `xid` there would mean the text that is selected: as text 999 comes
  // after 1000, and a reader with a cursor would step over everything between.
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

/** Every customer counts its own events, so a sequence alone names no place. @throws INVALID_INPUT */
function refuseSequenceOfNobody(): never {
  const message = 'Name the customer whose sequence this is.';
  throw new Refusal('INVALID_INPUT', message, { issues: [{ path: 'customerId', message }] });
}

/** An empty page says that nothing happened yet, which is not known of a customer that is not there. @throws NOT_FOUND */
async function refuseUnknown(deps: Deps, actor: AppActor, customerId: string): Promise<void> {
  const [known] = await deps.sql`select from customer where tenant_id = ${actor.tenantId} and id = ${customerId}`;
  if (!known) throw new Refusal('NOT_FOUND');
}

/** One event. @throws NOT_FOUND */
export async function get(deps: Deps, actor: AppActor, eventId: string): Promise<WebhookEvent> {
  requireApp(actor, 'customers:read');
  const [row] = await deps.sql<
    { body: string }[]
  >`select body from event where tenant_id = ${actor.tenantId} and id = ${eventId}`;
  if (!row) throw new Refusal('NOT_FOUND');
  return JSON.parse(row.body) as WebhookEvent;
}
