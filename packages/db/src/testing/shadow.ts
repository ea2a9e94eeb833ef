import type { Sql } from 'postgres';

/**
 * Grants the application's role temporary tables again, and shadows every table that has a guard or a foreign key, as the
 * catalogue lists them. Reading one of them by its unqualified name raises "a shadow was read".
 *
 * @param session one connection with the application's rights: temporary tables belong to a session.
 * @returns the tables that are shadowed.
 */
export async function shadowTables(owner: Sql, session: Sql): Promise<string[]> {
  const [who] = await session<
    { role: string; database: string }[]
  >`select current_user as role, current_database() as database`;
  if (!who) throw new Error('A session has a user.');
  await owner`grant temporary on database ${owner(who.database)} to ${owner(who.role)}`;
  const tables = await guardedTables(owner);
  // A stable function is evaluated even if the table is empty.
  await session.unsafe(`create function pg_temp.shadow() returns boolean language plpgsql stable as
    $$ begin raise exception 'a shadow was read'; end $$`);
  for (const table of tables)
    await session`create temporary view ${session(table)} as select * from public.${session(table)} where pg_temp.shadow()`;
  return tables;
}

async function guardedTables(owner: Sql): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select distinct c.relname as name from pg_class c
    join (
      select tgrelid from pg_trigger where not tgisinternal
      union all select conrelid from pg_constraint where conrelid <> 0
      union all select confrelid from pg_constraint where confrelid <> 0
    ) guarded(id) on guarded.id = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;
  return rows.map((row) => row.name);
}
