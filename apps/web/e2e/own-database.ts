import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { connect } from '@gatehouse/db';

/** The URLs of one database for the application's role and for the owner. */
export type Addresses = { readonly appUrl: string; readonly adminUrl: string };

/** The environment of the product, and how to remove the database. */
export type OwnDatabase = { readonly env: Record<string, string>; drop(): Promise<void> };

/** The Postgres server of DATABASE_URL, if it is set. */
export function namedServer(): Addresses | null {
  const { DATABASE_URL: appUrl, DATABASE_ADMIN_URL: adminUrl = appUrl } = process.env;
  return appUrl && adminUrl ? { appUrl, adminUrl } : null;
}

/** The embedded server of the running product, from the note beside its `demo.json`. */
export const broughtServer = async (): Promise<Addresses> =>
  JSON.parse(await readFile(join(dirname(process.env.E2E_DEMO ?? ''), 'running.json'), 'utf8')) as Addresses;

/** Creates an empty database, so that nothing else on the server is changed. */
export async function ownDatabase({ appUrl, adminUrl }: Addresses): Promise<OwnDatabase> {
  const name = `gatehouse_e2e_${randomBytes(4).toString('hex')}`;
  const on = (address: string): string => {
    const url = new URL(address);
    url.pathname = `/${name}`;
    return url.href;
  };
  await run(adminUrl, `create database ${name}`);
  return {
    env: { DATABASE_URL: on(appUrl), DATABASE_ADMIN_URL: on(adminUrl) },
    drop: () => run(adminUrl, `drop database if exists ${name} with (force)`),
  };
}

async function run(address: string, statement: string): Promise<void> {
  const { sql, close } = connect(address, { max: 1, name: 'gatehouse-e2e' });
  await sql.unsafe(statement);
  await close();
}
