import { shadowTables } from '@gatehouse/db/testing';
import postgres, { type Sql } from 'postgres';
import type { World } from './world.ts';

const open = (world: World): Sql => postgres(world.databaseUrl, { max: 1, onnotice: () => {} });

/**
 * Connections for raw SQL with the application's rights: a plain one, and one with temporary tables that shadow the
 * real ones. The caller ends the connection. Statements name the schema, or they would write to a shadow.
 */
export const RAW_SESSIONS: Readonly<Record<string, (world: World) => Promise<Sql>>> = {
  'raw SQL': async (world) => open(world),
  'raw SQL behind shadows': async (world) => {
    const session = open(world);
    await shadowTables(world.owner, session);
    return session;
  },
};
