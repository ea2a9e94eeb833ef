import { migrate } from '@gatehouse/db/migrate';
import type { Command } from '../command.ts';
import { withDatabase } from '../database.ts';
import { readEnv } from '../env.ts';
import { step } from '../progress.ts';

export const migrateCommand: Command = {
  summary: 'Bring the database to the shape that this version expects',
  async run() {
    const env = readEnv(process.env, ['DATABASE_URL', 'DATABASE_ADMIN_URL']);
    await withDatabase(env, (database) => step('Migrating the database', () => migrate(database)));
  },
};
