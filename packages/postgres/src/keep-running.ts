import { isRunning } from './os-process.ts';
import type { RunningServer } from './running-server.ts';

const CHECK_EVERY_MS = 500;

/**
 * Restarts Postgres when it ends unexpectedly. Its clients wait and reconnect by themselves, and nothing else on this
 * machine would restart it.
 */
export function keepRunning(
  first: RunningServer,
  launch: () => Promise<RunningServer>,
  log: (line: string) => void,
): { end(): Promise<RunningServer> } {
  let server = first;
  let restarting: Promise<void> = Promise.resolve();
  let busy = false;

  async function restart(): Promise<void> {
    log('Postgres has ended unexpectedly: starting it again');
    try {
      server = await launch();
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
    restarting = restart();
  }, CHECK_EVERY_MS);
  timer.unref();

  return {
    async end() {
      clearInterval(timer);
      await restarting;
      return server;
    },
  };
}
