import type { Sql, TransactionSql } from 'postgres';
import { guardedColumns } from './status-columns.ts';

/**
 * Generates a guard for every status column from its lifecycle: a row begins in the initial status and moves only along
 * the declared transitions, even if the application has a bug. Every migration replaces the functions. A trigger is
 * created only where it is missing, because creating one waits for all writers of the table.
 */
export async function syncStatusGuards(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    for (const guard of guardedColumns()) {
      const name = `gatehouse_${guard.table}_${guard.column}`;
      await tx.unsafe(guardFunction(name, guard));
      if (guard.begins) await addTrigger(tx, guard.table, `${guard.table}_begins`, 'insert', name);
      if (guard.steps) await addTrigger(tx, guard.table, `${guard.table}_steps`, `update of ${guard.column}`, name);
    }
  });
}

type Guard = ReturnType<typeof guardedColumns>[number];

function guardFunction(name: string, { lifecycle, column, begins, steps }: Guard): string {
  const ways = steps?.map(([from, to]) => `('${from}', '${to}')`).join(', ');
  const refusals = [
    begins &&
      `if tg_op = 'INSERT' and new.${column} <> '${begins}' then
    perform public.gatehouse_refuse('a ${lifecycle} begins as ${begins}');
  end if;`,
    ways &&
      `if tg_op = 'UPDATE' and new.${column} <> old.${column} and (old.${column}, new.${column}) not in (${ways}) then
    perform public.gatehouse_refuse('a ${lifecycle} steps only as its lifecycle allows');
  end if;`,
  ];
  return `create or replace function public.${name}() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  ${refusals.filter(Boolean).join('\n  ')}
  return new;
end $$`;
}

async function addTrigger(tx: TransactionSql, table: string, trigger: string, on: string, name: string): Promise<void> {
  const [known] = await tx`
    select from pg_trigger where tgrelid = ${`public.${table}`}::regclass and tgname = ${trigger}`;
  if (!known)
    await tx.unsafe(
      `create trigger ${trigger} before ${on} on public.${table} for each row execute function public.${name}()`,
    );
}
