import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from '../stop.ts';

/** How long the web process of a start that was killed may still need to end, in milliseconds. */
const ENDING = 30_000;

/** The port of `--port`, or the one of the environment. @throws Stop for what is no port. */
export function choosePort(asked: string | undefined, otherwise: number): number {
  if (asked === undefined) return otherwise;
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(`--port takes a number from 1 to 65535, and not ${JSON.stringify(asked)}.`);
  return port;
}

/**
 * Makes sure that the port can be had, before anything slow begins.
 * @param afterKill an earlier start was killed: its web process may be ending just now, and is waited for.
 * @throws Stop when another program has it.
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

/** Why nobody can listen there, or null. */
function listenProblem(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
