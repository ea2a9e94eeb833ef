import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { WEB_MAIN, WORKER_MAIN } from '../checkout.ts';
import { demoFileIn } from '../demo/demo-file.ts';
import type { CliEnv } from '../env.ts';
import type { Secrets } from '../secrets.ts';
import { Stop } from '../stop.ts';
import { logFile, terminal } from './output.ts';
import type { Shutdown } from './shutdown.ts';
import { type SupervisedProcess, superviseProcess } from './supervised-process.ts';

type Parts = { readonly appUrl: string; readonly secrets: Secrets; readonly url: string };

/** The environment of the two processes. `undefined` removes a variable. */
const environmentFor = (env: CliEnv, { appUrl, secrets, url }: Parts): Record<string, string | undefined> => ({
  NODE_ENV: 'production',
  // They log warnings themselves, as JSON.
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

/** Starts and supervises web and worker, and returns when both are ready. They are closed before everything started earlier. */
export async function startProcesses(env: CliEnv, shutdown: Shutdown, parts: Parts): Promise<void> {
  const environment = environmentFor(env, parts);
  const keep = (
    name: string,
    main: string,
    ready: Parameters<typeof superviseProcess>[0]['ready'],
  ): SupervisedProcess => {
    const output = env.production ? terminal : logFile(env.dataFolder, name.replace(' ', '-'));
    return superviseProcess({ name, main, env: environment, output, ready, say: (line) => console.log(line) });
  };
  const kept: SupervisedProcess[] = [];
  shutdown.add(
    async () => void (await Promise.all(kept.map((each) => each.stop()))),
    () => {
      for (const each of kept) each.force();
    },
  );
  // The web app starts first, because it receives the demo's webhooks from the worker.
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

const WITHIN = 90_000;
const ASK_EVERY = 150;

/** Waits until the web app reports that it and its dependencies are ready. @throws Stop when it takes too long. */
async function webReady(host: string, port: number): Promise<void> {
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/api/health/ready`;
  const until = Date.now() + WITHIN;
  while (Date.now() < until) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await pause(ASK_EVERY);
  }
  throw new Stop(`The web app did not become ready within ${WITHIN / 1000} s (${address}).`);
}

/** Waits for the message of the worker that it is ready. */
const workerReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.on('message', (message) => {
      if (message === 'ready') resolve();
    });
  });
