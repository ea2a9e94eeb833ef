import type { Sql } from 'postgres';
import { link } from '../record/audit-chain.ts';
import type { World } from './world.ts';

/** Drops all guards, foreign keys and check constraints, as the owner of the tables can. */
export async function liftGuards({ owner }: World): Promise<void> {
  const tables = await owner<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`;
  for (const { name } of tables) await owner`alter table ${owner(name)} disable trigger user`;
  const constraints = await owner<{ name: string; table: string }[]>`
    select conname as name, conrelid::regclass::text as "table" from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('f', 'c')`;
  for (const { name, table } of constraints) await owner`alter table ${owner(table)} drop constraint ${owner(name)}`;
}

/** Rewrites a record's chain from a position on with correct hashes. */
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

/** Deletes the last entry and moves the record's head back. */
export async function cutOffEntry(sql: Sql, customerId: string): Promise<void> {
  await sql`delete from audit_entry where customer_id = ${customerId}
    and position = (select audit_position from customer where id = ${customerId})`;
  await sql`update customer c set audit_position = c.audit_position - 1, audit_head = (
    select a.hash from audit_entry a where a.customer_id = c.id order by a.position desc limit 1) where c.id = ${customerId}`;
}

/** Returns an entry's body as older versions wrote it, without a digest of its row. */
export function withoutDigest(body: string): string {
  const { digest: _digest, change: _change, ...before } = JSON.parse(body);
  return JSON.stringify(before);
}
