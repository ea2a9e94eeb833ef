import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { grantTo } from './grants.ts';
import { type GuardBypass, guardBypasses } from './guard-bypasses.ts';
import { installQueue } from './queue.ts';
import { syncReferences } from './references.ts';
import { syncStatusGuards } from './status-guards.ts';

/** The advisory lock that keeps two starts from migrating at once. The number is arbitrary. */
const MIGRATION_LOCK = 7_242_001;

/**
 * Migrates a database to the current schema: tables and guards, the reference tables from the domain's declarations, the
 * queue, and the rights of the application's role. Running it again changes nothing.
 *
 * @param adminUrl the role that owns the tables. `appUrl` names the application's role, which is granted rights only.
 * @returns bypasses of the guards that `adminUrl` may not close. Usually empty.
 */
export async function migrate({ adminUrl, appUrl }: { adminUrl: string; appUrl: string }): Promise<GuardBypass[]> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await applyMigrations(adminUrl);
    await syncReferences(sql);
    await syncStatusGuards(sql);
    await installQueue(adminUrl);
    const role = decodeURIComponent(new URL(appUrl).username);
    const owner = decodeURIComponent(new URL(adminUrl).username);
    if (role !== owner) await grantTo(sql, role);
    return await guardBypasses(sql, role === owner ? null : role);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Uses a connection of its own, because drizzle changes how its connection reads and writes JSON and times. */
async function applyMigrations(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await runMigrations(drizzle(sql), { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
