import type { Command } from '../command.ts';
import { migrateDatabase, withDatabase } from '../database.ts';
import { readEnv } from '../env.ts';

export const migrateCommand: Command = {
  summary: 'Bring the database to the shape that this version expects',
  async run() {
    const env = readEnv(process.env, ['DATABASE_URL', 'DATABASE_ADMIN_URL']);
    await withDatabase(env, migrateDatabase);
  },
};
