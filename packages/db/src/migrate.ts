import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { grantTo } from './grants.ts';
import { type Opening, openings } from './openings.ts';
import { installQueue } from './queue.ts';
import { syncReferences } from './references.ts';
import { syncStatusGuards } from './status-guards.ts';

/** Held while migrating, so that two starts at once do not race. The number is arbitrary and ours. */
const MIGRATION_LOCK = 7_242_001;

/**
 * Brings a database to the shape that this code expects: tables and guards, the reference tables from the domain's
 * declarations, the queue, and the rights of the application's role. Running it again changes nothing.
 *
 * @param adminUrl the role that owns the tables; `appUrl` names the application's role, which receives rights only.
 * @returns what still lets the guards be passed, because `adminUrl` may not close it; as a rule nothing.
 */
export async function migrate({ adminUrl, appUrl }: { adminUrl: string; appUrl: string }): Promise<Opening[]> {
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
    return await openings(sql, role === owner ? null : role);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** On a connection of its own, because drizzle changes how its connection reads and writes JSON and times. */
async function applyMigrations(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await runMigrations(drizzle(sql), { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
