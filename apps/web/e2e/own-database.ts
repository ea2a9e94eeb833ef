import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { connect } from '@gatehouse/db';

/** The application's role and the owner, on one database of a server. */
export type Addresses = { readonly appUrl: string; readonly adminUrl: string };

/** What the product's environment is given, and how to leave no trace of it. */
export type OwnDatabase = { readonly env: Record<string, string>; drop(): Promise<void> };

/** Somebody's own Postgres, if DATABASE_URL names one. */
export function namedServer(): Addresses | null {
  const { DATABASE_URL: appUrl, DATABASE_ADMIN_URL: adminUrl = appUrl } = process.env;
  return appUrl && adminUrl ? { appUrl, adminUrl } : null;
}

/** The server that the running product brought along, by the note that it keeps beside its `demo.json`. */
export const broughtServer = async (): Promise<Addresses> =>
  JSON.parse(await readFile(join(dirname(process.env.E2E_DEMO ?? ''), 'running.json'), 'utf8')) as Addresses;

/** A new, empty database, so that nothing that is on the server already is touched. */
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
