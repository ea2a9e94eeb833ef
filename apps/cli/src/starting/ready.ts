import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from '../stop.ts';

const WITHIN = 90_000;
const ASK_EVERY = 150;

/** Waits until the web app reports that it and its dependencies are ready. @throws Stop when it takes too long. */
export async function webReady(host: string, port: number): Promise<void> {
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
export const workerReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.on('message', (message) => {
      if (message === 'ready') resolve();
    });
  });
