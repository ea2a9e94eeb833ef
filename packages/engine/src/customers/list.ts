import {
  type CustomerInputs,
  type CustomerView,
  languageOf,
  type Page,
  programOf,
  requirementLifecycle,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { cursorsOf, page } from '../paging.ts';
import { readCustomer } from '../record/load.ts';
import { type AppActor, requireApp } from '../tenancy.ts';
import { viewCustomer } from './view.ts';

/** Lists a tenant's customers, newest first. */
export async function list(
  deps: Deps,
  actor: AppActor,
  { cursor, limit, status, externalId, email }: CustomerInputs['list'],
): Promise<Page<CustomerView>> {
  requireApp(actor, 'customers:read');
  const filters = { status, externalId, email };
  const cursors = cursorsOf(deps.vault, { list: 'customers', owner: actor.tenantId, filters });
  const after = cursors.read(cursor);
  const { sql } = deps;
  const rows = await sql<(Record<string, unknown> & { open_items: number })[]>`
    select c.*, (select count(*)::int from requirement r where r.tenant_id = c.tenant_id and r.customer_id = c.id and r.status = any(${requirementLifecycle.sources('answer')})) as open_items
    from customer c
    where c.tenant_id = ${actor.tenantId} and c.archived_at is null
      ${status ? sql`and c.customer_status = ${status}` : sql``}
      ${externalId ? sql`and c.external_id = ${externalId}` : sql``}
      ${email ? sql`and c.email = ${email.toLowerCase()}` : sql``}
      ${after ? sql`and (c.created_at, c.id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : sql``}
    order by c.created_at desc, c.id desc limit ${limit + 1}`;
  return page(
    rows.map(({ open_items, ...columns }) => ({ row: readCustomer(columns), openItems: open_items })),
    limit,
    ({ row, openItems }) => viewCustomer(programOf(deps.programs, row), row, openItems, languageOf(actor.language)),
    ({ row }) => cursors.write([row.createdAt.toISOString(), row.id]),
  );
}
