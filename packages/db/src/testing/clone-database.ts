import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import type { TestServer } from './test-server.ts';

export interface TestDatabase {
  /** The owner, who may alter tables and disable triggers. */
  adminUrl: string;
  /** The application's role. Every test uses it unless it is about the owner. */
  appUrl: string;
  /** Removes the database, also while connections to it are open. */
  drop(): Promise<void>;
}

/** Copies the migrated template, which takes about as long as one large query and isolates the test. */
export const cloneDatabase = (server: TestServer): Promise<TestDatabase> =>
  newDatabase(server, `TEMPLATE ${server.template} STRATEGY FILE_COPY`);

/** An empty database, for tests of migrations. */
export const emptyDatabase = (server: TestServer): Promise<TestDatabase> => newDatabase(server, '');

async function newDatabase(server: TestServer, form: string): Promise<TestDatabase> {
  const name = `${server.prefix}_${randomBytes(6).toString('hex')}`;
  await execute(
    server.adminUrl,
    `CREATE DATABASE ${name} ${form}`,
    // A copy does not inherit this revocation from the template.
    `REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`,
  );
  return {
    adminUrl: withDatabase(server.adminUrl, name),
    appUrl: withDatabase(server.appUrl, name),
    drop: () => dropDatabase(server.adminUrl, name),
  };
}

export function dropDatabase(adminUrl: string, name: string): Promise<void> {
  return execute(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

export async function listDatabases(adminUrl: string, prefix: string): Promise<string[]> {
  const sql = postgres(adminUrl, { max: 1 });
  try {
    const rows = await sql<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${prefix})`;
    return rows.map((row) => row.name);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export async function execute(url: string, ...statements: string[]): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
