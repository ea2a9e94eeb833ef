import type { Sql } from 'postgres';
import { link } from '../record/audit-chain.ts';
import type { World } from './world.ts';

/** What the owner of the tables can do: take down every guard, foreign key and check that stands in the way. */
export async function liftGuards({ owner }: World): Promise<void> {
  const tables = await owner<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`;
  for (const { name } of tables) await owner`alter table ${owner(name)} disable trigger user`;
  const constraints = await owner<{ name: string; table: string }[]>`
    select conname as name, conrelid::regclass::text as "table" from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('f', 'c')`;
  for (const { name, table } of constraints) await owner`alter table ${owner(table)} drop constraint ${owner(name)}`;
}

/** Writes a record's chain anew from a position on, so that every hash holds again. */
export async function rewriteChain(
  sql: Sql,
  customerId: string,
  change: (body: string, position: number) => string,
): Promise<void> {
  const entries = await sql<{ position: number; body: string }[]>`
    select position, body from audit_entry where customer_id = ${customerId} order by position`;
  let previous: Buffer | null = null;
  for (const { position, body } of entries) {
    const changed = change(body, position);
    const hash: Buffer = link(previous, changed);
    await sql`update audit_entry set body = ${changed}, previous = ${previous}, hash = ${hash}
      where customer_id = ${customerId} and position = ${position}`;
    previous = hash;
  }
  await sql`update customer set audit_head = ${previous}, audit_position = ${entries.length} where id = ${customerId}`;
}

/** Takes the last entry away and lets the record's head say so. */
export async function cutOffEntry(sql: Sql, customerId: string): Promise<void> {
  await sql`delete from audit_entry where customer_id = ${customerId}
    and position = (select audit_position from customer where id = ${customerId})`;
  await sql`update customer c set audit_position = c.audit_position - 1, audit_head = (
    select a.hash from audit_entry a where a.customer_id = c.id order by a.position desc limit 1) where c.id = ${customerId}`;
}

/** An entry as it was written before it held a digest of the row that it tells of. */
export function withoutDigest(body: string): string {
  const { digest: _digest, change: _change, ...before } = JSON.parse(body);
  return JSON.stringify(before);
}
