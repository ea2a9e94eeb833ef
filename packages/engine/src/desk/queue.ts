import {
  type CheckKind,
  CUSTOMER_PRESENTATION,
  type CustomerStatus,
  type CustomerType,
  customerLifecycle,
  type Mode,
  meaningOf,
  onTenantClock,
  type Page,
  type QueueCounts,
  type QueueInputs,
  type QueueRow,
  type QueueView,
  type RealTime,
  readId,
  showId,
  type TenantTime,
  WAITING_FOR_A_PERSON,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { cursorsOf, page } from '../paging.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';

/** The statuses that wait for a requested answer. */
const WAITING = customerLifecycle.statuses.filter((status) => CUSTOMER_PRESENTATION[status].screen === 'request');

type Row = {
  id: string;
  display_name: string;
  email: string | null;
  type: CustomerType;
  mode: Mode;
  partner_name: string;
  customer_status: CustomerStatus;
  status_changed_at: TenantTime;
  real_since: RealTime;
  expected_by: TenantTime | null;
  clock_offset: string;
  assigned_to: string | null;
  assignee_name: string | null;
  needs_person: boolean;
  open_proposal_id: string | null;
  expedited: boolean;
  round: number;
  flagged: [kind: CheckKind, provider: string][];
};

/** The queue: expedited cases first, then by time in their status. */
export async function queue(deps: Deps, actor: StaffActor, input: QueueInputs['list']): Promise<Page<QueueRow>> {
  requireStaff(actor, 'auditor');
  const { sql } = deps;
  const { cursor, limit: _, ...filters } = input;
  const cursors = cursorsOf(deps.vault, { list: 'queue', owner: 'desk', filters });
  const after = cursors.read(cursor);
  const views = {
    mine: sql`c.assigned_to = ${actor.staffId} and (c.needs_person or c.open_proposal_id is not null)`,
    unassigned: sql`c.needs_person and c.assigned_to is null and c.open_proposal_id is null`,
    waiting: sql`c.customer_status = any(${WAITING})`,
    second: sql`c.open_proposal_id is not null`,
    all: sql`true`,
  } satisfies Record<QueueView, unknown>;
  // The list mixes tenants whose clocks differ, so it is ordered by real time.
  const since = sql`c.status_changed_at - t.clock_offset * interval '1 millisecond'`;
  const search = input.search?.trim();
  const rows = await sql<Row[]>`
    select c.id, c.display_name, c.email, c.type, t.mode, t.clock_offset, p.name as partner_name, c.customer_status, c.status_changed_at, ${since} as real_since, c.expected_by,
      c.assigned_to, s.name as assignee_name, c.needs_person, c.open_proposal_id, c.expedited,
      coalesce((select max(r.round) from requirement r where r.tenant_id = c.tenant_id and r.customer_id = c.id), 0) as round,
      array(select array[k.kind, k.provider] from verification_check k where k.tenant_id = c.tenant_id and k.run_id = c.open_run_id and k.status = any(${WAITING_FOR_A_PERSON}) and not k.resolved order by k.kind) as flagged
    from customer c join tenant t on t.id = c.tenant_id join partner p on p.id = t.partner_id left join staff s on s.id = c.assigned_to
    where c.archived_at is null and ${views[input.view]}
      ${input.status ? sql`and c.customer_status = ${input.status}` : sql``}
      ${input.mode ? sql`and t.mode = ${input.mode}` : sql``}
      ${search ? sql`and (c.display_name ilike ${`%${escapeLike(search)}%`} or c.email = ${search.toLowerCase()} or c.external_id = ${search} or c.id = ${readId('customer', search)})` : sql``}
      ${after ? sql`and (not c.expedited, ${since}, c.id) > (${after[0] === '0'}, ${after[1] ?? ''}::timestamptz, ${after[2] ?? ''}::uuid)` : sql``}
    order by not c.expedited, ${since}, c.id limit ${input.limit + 1}`;
  const now = deps.now();
  return page(
    rows,
    input.limit,
    (row) => view(deps, row, now),
    (row) => cursors.write([row.expedited ? 1 : 0, row.real_since.toISOString(), row.id]),
  );
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);

function view({ providers }: Deps, row: Row, now: RealTime): QueueRow {
  const clockOffset = Number(row.clock_offset);
  return {
    id: showId('customer', row.id),
    displayName: row.display_name,
    email: row.email,
    type: row.type,
    mode: row.mode,
    partnerName: row.partner_name,
    customerStatus: row.customer_status,
    statusChangedAt: row.status_changed_at.toISOString(),
    expectedBy: row.expected_by?.toISOString() ?? null,
    overdue: row.expected_by !== null && row.expected_by < onTenantClock(now, clockOffset),
    clockOffset,
    assignee: row.assigned_to ? { id: showId('staff', row.assigned_to), name: row.assignee_name ?? '' } : null,
    needsPerson: row.needs_person,
    secondPerson: row.open_proposal_id !== null,
    expedited: row.expedited,
    round: row.round,
    flags: row.flagged.map(([kind, provider]) => meaningOf(providers, { kind, provider }).label),
  };
}

/** The number of cases in each view. */
export async function queueCounts(deps: Deps, actor: StaffActor): Promise<QueueCounts> {
  requireStaff(actor, 'auditor');
  const [row] = await deps.sql<QueueCounts[]>`
    select count(*) filter (where assigned_to = ${actor.staffId} and (needs_person or open_proposal_id is not null))::int as mine,
      count(*) filter (where needs_person and assigned_to is null and open_proposal_id is null)::int as unassigned,
      count(*) filter (where customer_status = any(${WAITING}))::int as waiting,
      count(*) filter (where open_proposal_id is not null)::int as second,
      count(*)::int as "all"
    from customer where archived_at is null`;
  return row ?? { mine: 0, unassigned: 0, waiting: 0, second: 0, all: 0 };
}
