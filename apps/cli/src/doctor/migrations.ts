import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { ROOT } from '../checkout.ts';

/** How many migrations this version knows. */
export async function knownMigrations(): Promise<number> {
  const names = await readdir(join(ROOT, 'packages', 'db', 'src', 'migrations'));
  return names.filter((name) => name.endsWith('.sql')).length;
}

/** How many were applied to the database; none where there is no record of any. */
export async function appliedMigrations(sql: Sql): Promise<number> {
  const [found] = await sql<{ table: string | null }[]>`select to_regclass('drizzle.__drizzle_migrations') as table`;
  if (!found?.table) return 0;
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}
