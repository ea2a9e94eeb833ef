import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { customer } from './schema/customer.ts';

type Row<T extends PgTable> = T['$inferInsert'];
type Key = { tenantId: string; id: string };

/** One write that stands or falls with a change of a customer. Rows of one write must name the same columns. */
export type Write = {
  readonly op: 'insert' | 'update';
  readonly table: PgTable;
  readonly rows: readonly Record<string, unknown>[];
};

export const insert = <T extends PgTable>(table: T, rows: readonly Row<T>[]): Write => ({ op: 'insert', table, rows });
export const update = <T extends PgTable>(table: T, rows: readonly (Partial<Row<T>> & Key)[]): Write => ({
  op: 'update',
  table,
  rows,
});

/** The customer's own row: created, or moved from a revision that must still be the current one. */
export type Head =
  | { readonly op: 'insert'; readonly row: Row<typeof customer> }
  | { readonly op: 'update'; readonly row: Partial<Row<typeof customer>> & Key & { revision: number } };

export type Statement = { readonly text: string; readonly params: string[] };

/**
 * Writes a customer and everything that follows from the change as one data-modifying statement. Nothing is written
 * unless the head is: every other part selects from it, so a lost compare-and-set writes nothing at all. The text
 * depends only on which tables and columns take part, so that the driver prepares each form once per connection.
 *
 * An update's `revision` is the new one: the row must still stand at one less.
 */
export function compile(head: Head, writes: readonly Write[]): Statement {
  const params: string[] = [];
  const parameter = (value: unknown): string => `$${params.push(JSON.stringify(value))}::text::jsonb`;
  const parts = [`head as (${headText(head, parameter)})`];
  for (const write of writes) {
    if (write.rows.length > 0) parts.push(`w${parts.length} as (${writeText(write, parameter)})`);
  }
  return { text: `with ${parts.join(',\n')}\nselect count(*)::int as moved from head`, params };
}

function headText(head: Head, parameter: (value: unknown) => string): string {
  const columns = columnsOf(customer, head.row);
  const source = `jsonb_populate_record(null::customer, ${parameter(encode(customer, head.row))}) r`;
  if (head.op === 'insert') {
    const names = columns.map(quote).join(', ');
    return `insert into customer (${names}) select ${columns.map((name) => `r.${quote(name)}`).join(', ')} from ${source} returning tenant_id`;
  }
  return `update customer t set ${assignments(columns)} from ${source}
    where t.tenant_id = r.tenant_id and t.id = r.id and t.revision = r.revision - 1 returning t.tenant_id`;
}

function writeText({ op, table, rows }: Write, parameter: (value: unknown) => string): string {
  const name = quote(getTableName(table));
  const columns = columnsOf(table, rows[0] ?? {});
  const source = `head, jsonb_populate_recordset(null::${name}, ${parameter(rows.map((row) => encode(table, row)))}) r`;
  if (op === 'insert') {
    return `insert into ${name} (${columns.map(quote).join(', ')}) select ${columns.map((each) => `r.${quote(each)}`).join(', ')} from ${source}`;
  }
  return `update ${name} t set ${assignments(columns)} from ${source} where t.tenant_id = r.tenant_id and t.id = r.id`;
}

const quote = (name: string): string => `"${name}"`;
const assignments = (columns: readonly string[]): string =>
  columns
    .filter((name) => name !== 'tenant_id' && name !== 'id')
    .map((name) => `${quote(name)} = r.${quote(name)}`)
    .join(', ');

/** The database's names of the columns that a row names, in the table's order. */
function columnsOf(table: PgTable, row: Record<string, unknown>): string[] {
  return Object.entries(getTableColumns(table))
    .filter(([key]) => row[key] !== undefined)
    .map(([, column]) => column.name);
}

/** A row as JSON that `jsonb_populate_record` reads back: bytes as Postgres writes them, times as ISO 8601. */
function encode(table: PgTable, row: Record<string, unknown>): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  for (const [key, column] of Object.entries(getTableColumns(table))) {
    const value = row[key];
    if (value === undefined) continue;
    encoded[column.name] = value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
  }
  return encoded;
}
