import { randomBytes } from 'node:crypto';
import { connect } from '@gatehouse/db';

/** What the product's environment is given, and how to leave no trace of it. */
export type OwnDatabase = { readonly env: Record<string, string>; drop(): Promise<void> };

/**
 * Where DATABASE_URL names somebody's own Postgres, the journeys get a database of their own on it, so that they touch
 * nothing that is there. Otherwise the product brings its own server.
 */
export async function ownDatabase(): Promise<OwnDatabase> {
  const { DATABASE_URL: app, DATABASE_ADMIN_URL: admin = app } = process.env;
  if (!app || !admin) return { env: {}, drop: async () => {} };
  const name = `gatehouse_e2e_${randomBytes(4).toString('hex')}`;
  const on = (address: string): string => {
    const url = new URL(address);
    url.pathname = `/${name}`;
    return url.href;
  };
  await run(admin, `create database ${name}`);
  return {
    env: { DATABASE_URL: on(app), DATABASE_ADMIN_URL: on(admin) },
    drop: () => run(admin, `drop database if exists ${name} with (force)`),
  };
}

async function run(address: string, statement: string): Promise<void> {
  const { sql, close } = connect(address, { max: 1, name: 'gatehouse-e2e' });
  await sql.unsafe(statement);
  await close();
}
