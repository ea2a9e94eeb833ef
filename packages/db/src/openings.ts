import type { Sql } from 'postgres';

/** A way past the guards that stands open, and the SQL with which the owner of the database closes it. */
export type Opening = { readonly found: string; readonly remedy: string };

/** The path that every guard carries: what it names by accident is never looked for in a temporary schema first. */
const FIXED_PATH = 'search_path=pg_catalog, public, pg_temp';

/**
 * Everything that would let `role` pass the guards: rights to make tables of its own, and guards that it could mislead.
 * Null stands for an owner who uses the database too, and of whose rights nobody need ask.
 */
export async function openings(sql: Sql, role: string | null): Promise<Opening[]> {
  const rights = role === null ? [] : await rightsOf(sql, role);
  return [...rights, ...(await looseGuards(sql)), ...(await guardsSwitchedOff(sql))];
}

const rightsOf = (sql: Sql, role: string) => sql<Opening[]>`
  select format('the role %s may create %s', ${role}::name, what) as found,
    format('revoke %s from public, %I;', privilege, ${role}::name) as remedy
  from (
    select 'temporary tables' as what, format('temporary on database %I', current_database()) as privilege
    where has_database_privilege(${role}, current_database(), 'TEMPORARY')
    union all
    select 'schemas', format('create on database %I', current_database())
    where has_database_privilege(${role}, current_database(), 'CREATE')
    union all
    select format('tables in the schema %s', nspname), format('create on schema %I', nspname) from pg_namespace
    where nspname !~ '^pg_(toast_)?temp_' and has_schema_privilege(${role}, oid, 'CREATE')
  ) rights`;

/** Trigger functions, whosever they are, and the functions that ours call. */
const looseGuards = (sql: Sql) => sql<Opening[]>`
  select format('%s has no fixed search_path', p.oid::regprocedure) as found,
    format('alter function %s set search_path = pg_catalog, public, pg_temp;', p.oid::regprocedure) as remedy
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname not in ('pg_catalog', 'information_schema')
    and (p.prorettype = 'trigger'::regtype or starts_with(p.proname, 'gatehouse_'))
    and ${FIXED_PATH} <> all (coalesce(p.proconfig, '{}'))
  order by 1`;

const guardsSwitchedOff = (sql: Sql) => sql<Opening[]>`
  select format('the guard %s of %s is switched off', tgname, tgrelid::regclass) as found,
    format('alter table %s enable trigger %I;', tgrelid::regclass, tgname) as remedy
  from pg_trigger where not tgisinternal and tgenabled in ('D', 'R') order by 1`;
