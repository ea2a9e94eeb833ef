import type { Sql } from 'postgres';

/** A way to bypass the guards, and the SQL with which the owner of the database closes it. */
export type GuardBypass = { readonly found: string; readonly remedy: string };

/** The search path of every guard. It keeps an unqualified name from resolving to a temporary table first. */
const FIXED_PATH = 'search_path=pg_catalog, public, pg_temp';

/**
 * Everything that would let `role` bypass the guards: rights to create tables of its own, guards whose names it could
 * shadow, and disabled guards.
 *
 * @param role null where the application connects as the owner, whose rights are not limited.
 */
export async function guardBypasses(sql: Sql, role: string | null): Promise<GuardBypass[]> {
  const rights = role === null ? [] : await createRights(sql, role);
  return [...rights, ...(await functionsWithoutPath(sql)), ...(await disabledTriggers(sql))];
}

const createRights = (sql: Sql, role: string) => sql<GuardBypass[]>`
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

/** Checks all trigger functions, also those of others, and the functions that ours call. */
const functionsWithoutPath = (sql: Sql) => sql<GuardBypass[]>`
  select format('%s has no fixed search_path', p.oid::regprocedure) as found,
    format('alter function %s set search_path = pg_catalog, public, pg_temp;', p.oid::regprocedure) as remedy
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname not in ('pg_catalog', 'information_schema')
    and (p.prorettype = 'trigger'::regtype or starts_with(p.proname, 'gatehouse_'))
    and ${FIXED_PATH} <> all (coalesce(p.proconfig, '{}'))
  order by 1`;

const disabledTriggers = (sql: Sql) => sql<GuardBypass[]>`
  select format('the guard %s of %s is switched off', tgname, tgrelid::regclass) as found,
    format('alter table %s enable trigger %I;', tgrelid::regclass, tgname) as remedy
  from pg_trigger where not tgisinternal and tgenabled in ('D', 'R') order by 1`;
