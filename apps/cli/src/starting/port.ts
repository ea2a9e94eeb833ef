import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from '../stop.ts';

/** How long the web process of a killed start may take to end, in milliseconds. */
const ENDING = 30_000;

/** The port of `--port`, or that of the environment. @throws Stop if it is not a port. */
export function choosePort(asked: string | undefined, otherwise: number): number {
  if (asked === undefined) return otherwise;
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(`--port takes a number from 1 to 65535, and not ${JSON.stringify(asked)}.`);
  return port;
}

/**
 * Verifies that the port is free, before anything slow begins.
 * @param afterKill an earlier start was killed, so this waits for its web process to end.
 * @throws Stop when another program uses the port.
 */
export async function refuseTakenPort(port: number, host: string, afterKill: boolean): Promise<void> {
  const until = Date.now() + (afterKill ? ENDING : 0);
  for (;;) {
    const problem = await listenProblem(port, host);
    if (problem === null) return;
    if (problem !== 'EADDRINUSE') throw new Stop(`${host}:${port} cannot be listened on (${problem}).`);
    if (Date.now() >= until) break;
    await pause(200);
  }
  const other = port < 65_535 ? port + 1 : port - 1;
  throw new Stop(
    `Port ${port} is taken by another program, perhaps by a Gatehouse that is running already. Stop it, or choose another port: npm start -- --port ${other}`,
  );
}

/** The error of listening there, or null. */
function listenProblem(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
