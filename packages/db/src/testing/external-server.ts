import { createHash } from 'node:crypto';
import postgres from 'postgres';
import { execute } from './clone-database.ts';
import type { DatabaseServer } from './test-server.ts';

const APP_ROLE = 'gatehouse_test_app';

/**
 * An existing Postgres server, whose role may create databases and roles. The application's role is created there unless
 * its address is given.
 */
export async function externalServer(adminUrl: string, appUrl: string | undefined): Promise<DatabaseServer> {
  const stop = () => Promise.resolve();
  if (appUrl) return { adminUrl, appUrl, stop };
  // Derived instead of random, so that two concurrent runs on the same server use the same password.
  const password = createHash('sha256').update(adminUrl).digest('hex');
  const verb = (await roleExists(adminUrl)) ? 'ALTER' : 'CREATE';
  await execute(adminUrl, `${verb} ROLE ${APP_ROLE} LOGIN PASSWORD '${password}'`);
  const address = new URL(adminUrl);
  address.username = APP_ROLE;
  address.password = password;
  return { adminUrl, appUrl: address.href, stop };
}

async function roleExists(adminUrl: string): Promise<boolean> {
  const sql = postgres(adminUrl, { max: 1 });
  try {
    return (await sql`select 1 from pg_roles where rolname = ${APP_ROLE}`).length > 0;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
