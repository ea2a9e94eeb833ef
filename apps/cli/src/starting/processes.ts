import { WEB_MAIN, WORKER_MAIN } from '../checkout.ts';
import { demoFileIn } from '../demo/demo-file.ts';
import type { CliEnv } from '../env.ts';
import type { Secrets } from '../secrets.ts';
import { type KeptProcess, keepProcess } from './kept-process.ts';
import { logFile, terminal } from './output.ts';
import { webReady, workerReady } from './ready.ts';
import type { Shutdown } from './shutdown.ts';

type Parts = { readonly appUrl: string; readonly secrets: Secrets; readonly url: string };

/** What the two processes read of their environment. `undefined` takes out what is none of their business. */
const environmentFor = (env: CliEnv, { appUrl, secrets, url }: Parts): Record<string, string | undefined> => ({
  NODE_ENV: 'production',
  // They log warnings themselves, as JSON like everything else.
  NODE_NO_WARNINGS: '1',
  GATEHOUSE_ENV: env.production ? 'production' : 'evaluation',
  DATABASE_URL: appUrl,
  // Only migrating needs the owner.
  DATABASE_ADMIN_URL: undefined,
  GATEHOUSE_KEYS: secrets.keys,
  GATEHOUSE_AUTH_SECRET: secrets.authSecret,
  GATEHOUSE_FILES: env.filesFolder,
  GATEHOUSE_URL: url,
  GATEHOUSE_DEMO: env.production ? undefined : demoFileIn(env.dataFolder),
  HOST: env.host,
  PORT: String(env.port),
});

/** Starts web and worker, keeps them going, and returns when both can be used. They end before what was started earlier. */
export async function startProcesses(env: CliEnv, shutdown: Shutdown, parts: Parts): Promise<void> {
  const environment = environmentFor(env, parts);
  const keep = (name: string, main: string, ready: Parameters<typeof keepProcess>[0]['ready']): KeptProcess => {
    const output = env.production ? terminal : logFile(env.dataFolder, name.replace(' ', '-'));
    return keepProcess({ name, main, env: environment, output, ready, say: (line) => console.log(line) });
  };
  const kept: KeptProcess[] = [];
  shutdown.add(
    async () => void (await Promise.all(kept.map((each) => each.stop()))),
    () => {
      for (const each of kept) each.hurry();
    },
  );
  // The web app first: it takes the demo's webhooks, and should be there when the worker begins to send them.
  for (const begin of [
    () => keep('web app', WEB_MAIN, () => webReady(env.host, env.port)),
    () => keep('worker', WORKER_MAIN, workerReady),
  ]) {
    shutdown.signal.throwIfAborted();
    const one = begin();
    kept.push(one);
    await one.started;
  }
}
