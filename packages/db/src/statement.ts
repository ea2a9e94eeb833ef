import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { customer } from './schema/customer.ts';

type Row<T extends PgTable> = T['$inferInsert'];
type Key = { tenantId: string; id: string };

/** One write that commits together with a change of a customer. Rows of one write must name the same columns. */
export type Write = {
  readonly op: 'insert' | 'update';
  readonly table: PgTable;
  readonly rows: readonly Record<string, unknown>[];
  /** Where each row must still stand, in the order of the rows. Otherwise nothing of the whole statement is written. */
  readonly stands?: { readonly column: string; readonly at: readonly string[] };
};

export const insert = <T extends PgTable>(table: T, rows: readonly Row<T>[]): Write => ({ op: 'insert', table, rows });
export const update = <T extends PgTable>(table: T, rows: readonly (Partial<Row<T>> & Key)[]): Write => ({
  op: 'update',
  table,
  rows,
});

/** Moves one row along its lifecycle, from the status in which it was read. */
export const step = <T extends PgTable, Column extends keyof Row<T> & string>(
  table: T,
  row: Partial<Row<T>> & Key,
  column: Column,
  from: Row<T>[Column] & string,
): Write => ({ ...update(table, [row]), stands: { column, at: [from] } });

/** The customer's own row: inserted, or updated from a revision that must still be the current one. */
export type Head =
  | { readonly op: 'insert'; readonly row: Row<typeof customer> }
  | { readonly op: 'update'; readonly row: Partial<Row<typeof customer>> & Key & { revision: number } };

export type Statement = { readonly text: string; readonly params: unknown[] };

/**
 * Compiles a change of a customer and all its consequences into one data-modifying statement. Every other part selects
 * from the head, so a lost compare-and-set writes nothing at all, be it that of the customer or of a row that is stepped. The text depends only on the tables, their columns and
 * the number of rows, so the driver prepares each form once per connection.
 *
 * The `revision` of an update is the new one. The row has to be at the revision before it.
 */
export function compile(head: Head, writes: readonly Write[]): Statement {
  const params: unknown[] = [];
  const parts = [`head as (${headText(head, writes, params)})`];
  for (const write of writes) {
    if (write.rows.length > 0) parts.push(`w${parts.length} as (${writeText(write, params)})`);
  }
  return { text: `with ${parts.join(',\n')}\nselect count(*)::int as moved from head`, params };
}

function headText(head: Head, writes: readonly Write[], params: unknown[]): string {
  const columns = columnsOf(customer, head.row);
  const names = columns.map((column) => column.quoted);
  const source = `(values ${tuple(columns, head.row, params)}) r(${names.join(', ')})`;
  if (head.op === 'insert')
    return `insert into customer (${names.join(', ')}) select ${names.map((name) => `r.${name}`).join(', ')} from ${source} returning tenant_id`;
  return `update customer t set ${assignments(columns)} from ${source}
    where t.tenant_id = r.tenant_id and t.id = r.id and t.revision = r.revision - 1${writes.map((write) => standing(write, params)).join('')} returning t.tenant_id`;
}

/** The condition that every row of a step still stands where it was read. */
function standing({ table, rows, stands }: Write, params: unknown[]): string {
  if (!stands) return '';
  const expected = rows.map(({ tenantId, id }, index) => ({ tenantId, id, [stands.column]: stands.at[index] }));
  const columns = columnsOf(table, expected[0] ?? {});
  const tuples = expected.map((row) => tuple(columns, row, params)).join(', ');
  const names = columns.map(({ quoted }) => `x.${quoted}`).join(', ');
  return ` and (select count(*) from "${getTableName(table)}" x where (${names}) in (${tuples})) = ${rows.length}`;
}

function writeText({ op, table, rows }: Write, params: unknown[]): string {
  const columns = columnsOf(table, rows[0] ?? {});
  const names = columns.map((column) => column.quoted);
  const name = `"${getTableName(table)}"`;
  const source = `head, (values ${rows.map((row) => tuple(columns, row, params)).join(', ')}) r(${names.join(', ')})`;
  if (op === 'insert')
    return `insert into ${name} (${names.join(', ')}) select ${names.map((each) => `r.${each}`).join(', ')} from ${source}`;
  return `update ${name} t set ${assignments(columns)} from ${source} where t.tenant_id = r.tenant_id and t.id = r.id`;
}

type Column = { readonly key: string; readonly quoted: string; readonly type: string; readonly json: boolean };
const COLUMNS = new WeakMap<PgTable, readonly Column[]>();

/** A table's columns in their declared order, computed once. */
function allColumns(table: PgTable): readonly Column[] {
  const known = COLUMNS.get(table);
  if (known) return known;
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => {
    const type = column.getSQLType();
    return { key, quoted: `"${column.name}"`, type, json: type === 'jsonb' };
  });
  COLUMNS.set(table, columns);
  return columns;
}

const columnsOf = (table: PgTable, row: Record<string, unknown>): Column[] =>
  allColumns(table).filter(({ key }) => row[key] !== undefined);

/** One row as typed parameters. JSON is passed as text, because drizzle has replaced the pool's handling of JSON. */
function tuple(columns: readonly Column[], row: Record<string, unknown>, params: unknown[]): string {
  const parts = columns.map(({ key, type, json }) => {
    const value = row[key] ?? null;
    const at = params.push(json && value !== null ? JSON.stringify(value) : value);
    return json ? `$${at}::text::jsonb` : `$${at}::${type}`;
  });
  return `(${parts.join(', ')})`;
}

/** These columns are immutable, and the role has no right to update them. */
const FIXED: readonly string[] = ['tenantId', 'id', 'customerId'];

const assignments = (columns: readonly Column[]): string =>
  columns
    .filter(({ key }) => !FIXED.includes(key))
    .map(({ quoted }) => `${quoted} = r.${quoted}`)
    .join(', ');
