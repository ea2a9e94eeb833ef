import type { Sql, TransactionSql } from 'postgres';
import { statusTables } from './status-columns.ts';

/** What the application's role may do to a table besides reading it. History is append-only. */
const INSERT_ONLY = [
  'status_change',
  'audit_entry',
  'audit_seal',
  'audit_seal_leaf',
  'audit_break',
  'profile',
  'declaration',
  'attempt',
  'note',
  'staff_audit',
];
const COLUMNS: Record<string, { update: readonly string[] }> = {
  event: { update: ['relayed_at'] },
  proposal: { update: ['status', 'decided_by', 'decided_at'] },
  run: { update: ['outcome', 'ended_at'] },
  audit_run: {
    update: ['ended_at', 'cursor_tenant_id', 'cursor_customer_id', 'seals', 'seal_hash', 'records', 'broken'],
  },
};
const READ_ONLY = ['customer_transition', 'customer_capability', ...statusTables()];
const NO_DELETE = [
  'customer',
  'document',
  'verification_check',
  'requirement',
  'delivery',
  'tenant',
  'partner',
  'staff',
];

/** Columns that say to whom a row belongs and what it is about. They are immutable in every table that has them. */
const FIXED = ['tenant_id', 'customer_id', 'partner_id', 'event_id', 'endpoint_id'];

/** Grants `role` exactly what the application needs: it can neither alter tables nor rewrite history. */
export async function grantTo(sql: Sql, role: string): Promise<void> {
  await sql.begin(async (tx) => {
    const name = tx(role);
    await revokeCreate(tx, role);
    await tx`grant usage on schema public, pgboss to ${name}`;
    await tx`grant select, insert, update, delete on all tables in schema public to ${name}`;
    await tx`grant select, insert, update, delete on all tables in schema pgboss to ${name}`;
    await tx`grant execute on all functions in schema pgboss to ${name}`;
    await tx`grant usage, select on all sequences in schema pgboss to ${name}`;
    await fixOwnership(tx, role);
    for (const table of INSERT_ONLY) await tx`revoke update, delete, truncate on ${tx(table)} from ${name}`;
    for (const table of READ_ONLY) await tx`revoke insert, update, delete, truncate on ${tx(table)} from ${name}`;
    for (const table of NO_DELETE) await tx`revoke delete, truncate on ${tx(table)} from ${name}`;
    for (const [table, { update }] of Object.entries(COLUMNS)) {
      await tx`revoke update, delete, truncate on ${tx(table)} from ${name}`;
      await tx`grant update (${tx(update as string[])}) on ${tx(table)} to ${name}`;
    }
  });
}

/** Grants updates of all columns except `FIXED` and the id, so that no row moves to another owner. */
async function fixOwnership(tx: TransactionSql, role: string): Promise<void> {
  const tables = await tx<{ name: string; rest: string[] }[]>`
    select c.relname as name, array_agg(a.attname::text) filter (where a.attname <> all(${['id', ...FIXED]})) as rest
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    group by c.relname having bool_or(a.attname = any(${FIXED}))`;
  for (const { name, rest } of tables) {
    await tx`revoke update on ${tx(name)} from ${tx(role)}`;
    await tx`grant update (${tx(rest)}) on ${tx(name)} to ${tx(role)}`;
  }
}

/**
 * A role that can create tables or schemas, temporary ones included, can shadow ours. Only the owner of the database can
 * revoke that right; Postgres answers anyone else with a warning only, and `guardBypasses` finds what remains.
 */
async function revokeCreate(tx: TransactionSql, role: string): Promise<void> {
  const [row] = await tx<{ database: string }[]>`select current_database() as database`;
  const database = tx(row?.database ?? '');
  await tx`revoke temporary, create on database ${database} from public, ${tx(role)}`;
  await tx`revoke create on schema public from public, ${tx(role)}`;
}
