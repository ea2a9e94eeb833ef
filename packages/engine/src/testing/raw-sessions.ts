import { shadowTables } from '@gatehouse/db/testing';
import postgres, { type Sql } from 'postgres';
import type { World } from './world.ts';

const open = (world: World): Sql => postgres(world.databaseUrl, { max: 1, onnotice: () => {} });

/**
 * Raw SQL with the application's rights: as it connects, and with a temporary table in front of every real one. Each is
 * one connection, which whoever opens it ends. Statements name the schema, or they would write to a shadow themselves.
 */
export const RAW_SESSIONS: Readonly<Record<string, (world: World) => Promise<Sql>>> = {
  'raw SQL': async (world) => open(world),
  'raw SQL behind shadows': async (world) => {
    const session = open(world);
    await shadowTables(world.owner, session);
    return session;
  },
};
