import { randomBytes } from 'node:crypto';
import { dropDatabase, execute, listDatabases, withDatabase } from './clone-database.ts';
import { externalServer } from './external-server.ts';
import type { TestServer } from './test-server.ts';
import { throwawayServer } from './throwaway-server.ts';

export type PrepareTemplate = (adminUrl: string, appUrl: string) => Promise<void>;

/** One server and one migrated template for a whole test run. Migrating once saves a second in every test file. */
export async function startTestServer(
  prepareTemplate: PrepareTemplate,
): Promise<{ server: TestServer; stop(): Promise<void> }> {
  const { admin, app } = namedServer();
  const running = admin ? await externalServer(admin, app) : await throwawayServer();
  const prefix = `gatehouse_test_${randomBytes(4).toString('hex')}`;
  const template = `${prefix}_template`;
  const server = { adminUrl: running.adminUrl, appUrl: running.appUrl, template, prefix };
  const stop = async () => {
    for (const name of await listDatabases(server.adminUrl, prefix)) await dropDatabase(server.adminUrl, name);
    await running.stop();
  };
  try {
    await execute(server.adminUrl, `CREATE DATABASE ${template}`);
    await prepareTemplate(withDatabase(server.adminUrl, template), withDatabase(server.appUrl, template));
  } catch (error) {
    await stop();
    throw error;
  }
  return { server, stop };
}

/**
 * The server that the environment names, for the tests alone or for the product. The tests create databases of their own
 * on it and touch no others.
 */
function namedServer(): { admin: string | undefined; app: string | undefined } {
  const { TEST_DATABASE_ADMIN_URL, TEST_DATABASE_URL, DATABASE_ADMIN_URL, DATABASE_URL } = process.env;
  if (TEST_DATABASE_ADMIN_URL) return { admin: TEST_DATABASE_ADMIN_URL, app: TEST_DATABASE_URL };
  return { admin: DATABASE_ADMIN_URL ?? DATABASE_URL, app: DATABASE_ADMIN_URL ? DATABASE_URL : undefined };
}
