import type { Sql, TransactionSql } from 'postgres';
import { statusTables } from './status-columns.ts';

/** What the application's role may do to a table beyond reading it. History is added to and never rewritten. */
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

/** Whose a row is and what it is about, wherever a table says so. It is written with the row and never after. */
const FIXED = ['tenant_id', 'customer_id', 'partner_id', 'event_id', 'endpoint_id'];

/** Gives `role` exactly what the application needs: it can neither alter tables nor rewrite history. */
export async function grantTo(sql: Sql, role: string): Promise<void> {
  await sql.begin(async (tx) => {
    const name = tx(role);
    await closeDatabase(tx, role);
    await tx`grant usage on schema public, pgboss to ${name}`;
    await tx`grant select, insert, update, delete on all tables in schema public to ${name}`;
    await tx`grant select, insert, update, delete on all tables in schema pgboss to ${name}`;
    await tx`grant execute on all functions in schema pgboss to ${name}`;
    await tx`grant usage, select on all sequences in schema pgboss to ${name}`;
    await fixWhose(tx, role);
    for (const table of INSERT_ONLY) await tx`revoke update, delete, truncate on ${tx(table)} from ${name}`;
    for (const table of READ_ONLY) await tx`revoke insert, update, delete, truncate on ${tx(table)} from ${name}`;
    for (const table of NO_DELETE) await tx`revoke delete, truncate on ${tx(table)} from ${name}`;
    for (const [table, { update }] of Object.entries(COLUMNS)) {
      await tx`revoke update, delete, truncate on ${tx(table)} from ${name}`;
      await tx`grant update (${tx(update as string[])}) on ${tx(table)} to ${name}`;
    }
  });
}

/** Rights to change every column but those that say whose a row is, and its id: nothing is moved to somebody else. */
async function fixWhose(tx: TransactionSql, role: string): Promise<void> {
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
 * A role that makes tables or schemas, temporary ones included, can put them in front of ours. Only the owner of the
 * database may take that right away; Postgres answers anyone else with a mere warning, and `openings` tells what is left.
 */
async function closeDatabase(tx: TransactionSql, role: string): Promise<void> {
  const [row] = await tx<{ database: string }[]>`select current_database() as database`;
  const database = tx(row?.database ?? '');
  await tx`revoke temporary, create on database ${database} from public, ${tx(role)}`;
  await tx`revoke create on schema public from public, ${tx(role)}`;
}
