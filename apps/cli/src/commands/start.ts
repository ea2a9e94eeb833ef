import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ROLES } from '@gatehouse/domain';
import { startEmbedded } from '@gatehouse/postgres';
import type { Command } from '../command.ts';
import { type DatabaseInUse, migrateDatabase } from '../database.ts';
import type { DemoFile } from '../demo/demo-file.ts';
import { demoFileIn } from '../demo/demo-file.ts';
import { type CliEnv, readEnv } from '../env.ts';
import { step } from '../progress.ts';
import { forgetRunning, noteRunning, wasKilled } from '../running.ts';
import { loadSecrets } from '../secrets.ts';
import { ensureBuild } from '../starting/build.ts';
import { prepareDemo } from '../starting/demo.ts';
import { choosePort, refuseTakenPort } from '../starting/port.ts';
import { startProcesses } from '../starting/processes.ts';
import { Shutdown } from '../starting/shutdown.ts';

export const startCommand: Command = {
  summary: 'Start everything: database, web app and worker',
  usage: '[--port 3000]',
  async run(args) {
    const { values } = parseArgs({ args, options: { port: { type: 'string' } }, strict: true });
    const read = readEnv(process.env, 'everything');
    const env = { ...read, port: choosePort(values.port, read.port) };
    const shutdown = new Shutdown();
    shutdown.listen(() => console.log('Stopping'));
    try {
      await start(env, shutdown);
    } catch (error) {
      // A start that was asked to stop fails somewhere, and everything is already being closed.
      if (shutdown.signal.aborted) return;
      await shutdown.close();
      throw error;
    }
  },
};

async function start(env: CliEnv, shutdown: Shutdown): Promise<void> {
  const { signal } = shutdown;
  await refuseTakenPort(env.port, env.host, await wasKilled(env.dataFolder));
  const url = (env.url ?? `http://localhost:${env.port}`).replace(/\/+$/, '');
  const secrets = await loadSecrets(env);
  await mkdir(env.filesFolder, { recursive: true });

  // The build takes longest and depends on nothing else, so it runs from the beginning.
  const building = new AbortController();
  shutdown.add(async () => building.abort());
  const build = ensureBuild(building.signal);
  build.catch(() => {});
  const { appUrl, adminUrl } = await database(env, shutdown, url);
  signal.throwIfAborted();
  await migrateDatabase({ appUrl, adminUrl });
  signal.throwIfAborted();
  const demo = env.production ? null : await prepareDemo(env, { appUrl, adminUrl }, secrets.keys, url);
  signal.throwIfAborted();
  await step(
    'Building the pages',
    () => build,
    (built) => (built ? 'done' : 'nothing has changed'),
  );
  signal.throwIfAborted();
  await step('Starting web and worker', () => startProcesses(env, shutdown, { appUrl, secrets, url }));
  if (env.production) console.log(`Gatehouse is ready: ${url}`);
  else console.log(greeting(demo, { url, dataFolder: env.dataFolder, demoFile: demoFileIn(env.dataFolder) }));
}

/** Starts the embedded database, unless the environment names another, and registers it to be closed last. */
async function database(
  env: CliEnv,
  shutdown: Shutdown,
  url: string,
): Promise<Pick<DatabaseInUse, 'appUrl' | 'adminUrl'>> {
  if (env.database) return env.database;
  const opening = startEmbedded({ dataDir: env.dataFolder, log: (line) => console.log(line) });
  shutdown.add(async () => {
    const opened = await opening.catch(() => null);
    if (!opened) return;
    await forgetRunning(env.dataFolder);
    await opened.stop();
  });
  const { appUrl, adminUrl } = await step(
    'Starting the database',
    () => opening,
    ({ adopted }) => (adopted ? 'the one of an earlier start was still running' : 'done'),
  );
  await noteRunning(env.dataFolder, { pid: process.pid, url, port: env.port, appUrl, adminUrl });
  return { appUrl, adminUrl };
}

type Place = { readonly url: string; readonly dataFolder: string; readonly demoFile: string };

/** The last output of an evaluation's start: the addresses, the sign-ins, and what to try first. */
function greeting(demo: DemoFile | null, { url, dataFolder, demoFile }: Place): string {
  const lines = [
    '',
    `Gatehouse is ready: ${url}`,
    '',
    `  Desk      ${url}/desk`,
    `  Mailbox   ${url}/mailbox`,
    `  Docs      ${url}/docs`,
  ];
  if (!demo) return [...lines, '', `Data and logs: ${dataFolder}. Ctrl-C stops everything.`].join('\n');
  const widest = Math.max(...demo.staff.map(({ email }) => email.length));
  return [
    ...lines,
    `  Portal    ${demo.portalLink}`,
    '            (a new customer’s own link; it works once, and each start prints a new one)',
    '',
    'Sign in at the desk:',
    ...demo.staff.map(
      ({ email, password, role }) => `  ${email.padEnd(widest)}   ${password}   ${ROLES[role].label.toLowerCase()}`,
    ),
    '',
    'Try first: open the portal link, complete the profile with any photo, and watch it become verified. Then sign in as',
    'the approver and decide what waits in the queue.',
    '',
    `API keys for scripts: ${demoFile}. Logs: ${dataFolder}/logs. Ctrl-C stops everything.`,
  ].join('\n');
}
