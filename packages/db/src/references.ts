import { ACCESS_TABLE, customerLifecycle, LIFECYCLES, type LifecycleName } from '@gatehouse/domain';
import { getTableName } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { STATUS_COLUMNS } from './status-columns.ts';

const statusTablesByName = (): [string, (typeof LIFECYCLES)[LifecycleName]][] =>
  Object.entries(STATUS_COLUMNS).map(([name, { statuses }]) => [
    getTableName(statuses),
    LIFECYCLES[name as LifecycleName],
  ]);

/**
 * Synchronises the reference tables with the domain's declarations. A foreign key refuses the removal of a status or
 * transition that history still uses, which fails the whole migration.
 */
export async function syncReferences(sql: Sql): Promise<void> {
  const tables = statusTablesByName();
  await sql.begin(async (tx) => {
    await tx`delete from customer_capability`;
    for (const [table, lifecycle] of tables) {
      const rows = lifecycle.statuses.map((status) => ({
        status,
        label: lifecycle.label(status as never),
        initial: status === lifecycle.initial,
      }));
      await tx`insert into ${tx(table)} ${tx(rows)}
               on conflict (status) do update set label = excluded.label, initial = excluded.initial`;
    }
    const transitions = customerLifecycle.rows.map((row) => ({
      from_status: row.from,
      event: row.event,
      to_status: row.to,
      people: row.people,
      by: row.by,
    }));
    await tx`insert into customer_transition ${tx(transitions)}
             on conflict (from_status, event, to_status, people) do update set by = excluded.by`;
    await tx`delete from customer_transition t where not exists (
      select from jsonb_to_recordset(${tx.json(transitions)}) r(from_status text, event text, to_status text, people int)
      where (r.from_status, r.event, r.to_status, r.people) = (t.from_status, t.event, t.to_status, t.people))`;
    for (const [table, lifecycle] of tables)
      await tx`delete from ${tx(table)} where not status = any(${[...lifecycle.statuses]})`;
    const capabilities = Object.entries(ACCESS_TABLE).flatMap(([status, can]) =>
      can.map((capability) => ({ status, capability })),
    );
    await tx`insert into customer_capability ${tx(capabilities)}`;
  });
}
