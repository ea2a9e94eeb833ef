import type { Command } from '../command.ts';
import { migrateDatabase, withDatabase } from '../database.ts';
import { readEnv } from '../env.ts';
import { findRunning } from '../running.ts';
import { loadSecrets } from '../secrets.ts';
import { prepareDemo } from '../starting/demo.ts';
import { Stop } from '../stop.ts';

export const seedCommand: Command = {
  summary: 'Load living demo data into an empty database (evaluation only)',
  async run() {
    const env = readEnv(process.env);
    if (env.production) throw new Stop('Demo data is for evaluation; GATEHOUSE_ENV is production.');
    const { keys } = await loadSecrets(env);
    // A running Gatehouse keeps its addresses.
    const { port, url } = (await findRunning(env.dataFolder)) ?? {
      port: env.port,
      url: env.url ?? `http://localhost:${env.port}`,
    };
    await withDatabase(env, async (database) => {
      await migrateDatabase(database);
      await prepareDemo({ ...env, port }, database, keys, url);
    });
  },
};
