import type { Command } from '../command.ts';
import { openDatabase, whyNoData } from '../database.ts';
import { DATABASE_CHECKS, FOLDER_CHECKS, MACHINE_CHECKS } from '../doctor/checks.ts';
import type { Finding } from '../doctor/finding.ts';
import { readEnv } from '../env.ts';

const MARKS = { ok: 'ok   ', bad: 'WRONG', note: 'note ' } as const;

/** Prints a line for each check: its name, what it found, and what to do. */
function tell(name: string, { state, found, remedy }: Finding): void {
  console.log(`${MARKS[state]}  ${name}: ${found}${remedy ? ` ${remedy}` : ''}`);
}

export const doctorCommand: Command = {
  summary: 'Look at everything that a running Gatehouse needs, and say what is wrong',
  async run() {
    const env = readEnv(process.env);
    let wrong = 0;
    const look = async (name: string, check: () => Promise<Finding>): Promise<void> => {
      const finding = await check().catch(
        (error: unknown): Finding => ({ state: 'bad', found: error instanceof Error ? error.message : String(error) }),
      );
      if (finding.state === 'bad') wrong += 1;
      tell(name, finding);
    };
    for (const [name, check] of Object.entries(MACHINE_CHECKS)) await look(name, () => check(env));
    // Production has its own database, and the check of the settings reports when it is missing.
    const missing = env.production ? null : whyNoData(env);
    if (missing) await look('data', async () => ({ state: 'bad', found: missing }));
    else for (const [name, check] of Object.entries(FOLDER_CHECKS)) await look(name, () => check(env));
    const database =
      missing || (env.production && !env.database)
        ? null
        : await openDatabase(env).catch((error: unknown) => {
            wrong += 1;
            tell('database', { state: 'bad', found: error instanceof Error ? error.message : String(error) });
            return null;
          });
    if (database) {
      for (const [name, check] of Object.entries(DATABASE_CHECKS)) await look(name, () => check(database));
      await database.stop();
    }
    console.log(wrong === 0 ? '\nNothing is wrong.' : `\n${wrong} thing${wrong === 1 ? ' is' : 's are'} wrong.`);
    process.exitCode = wrong === 0 ? 0 : 1;
  },
};
