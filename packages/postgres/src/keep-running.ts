import { isRunning } from './os-process.ts';
import type { RunningServer } from './running-server.ts';

const LOOK_EVERY_MS = 500;

/**
 * Starts Postgres again when it has ended without being asked to: those who use it wait and reconnect by themselves, but
 * nobody else on this machine would bring it back.
 */
export function keepRunning(
  first: RunningServer,
  again: () => Promise<RunningServer>,
  log: (line: string) => void,
): { end(): Promise<RunningServer> } {
  let server = first;
  let working: Promise<void> = Promise.resolve();
  let busy = false;

  async function revive(): Promise<void> {
    log('Postgres has ended unexpectedly: starting it again');
    try {
      server = await again();
      log('Postgres is back');
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
    } finally {
      busy = false;
    }
  }

  const timer = setInterval(() => {
    if (busy || isRunning(server.pid)) return;
    busy = true;
    working = revive();
  }, LOOK_EVERY_MS);
  timer.unref();

  return {
    async end() {
      clearInterval(timer);
      await working;
      return server;
    },
  };
}
