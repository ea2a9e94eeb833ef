import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { Credentials } from './credentials.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';

/** This range is below the ephemeral ports of most systems, so that a stored port is rarely taken later. */
const LOWEST = 15_432;
const HIGHEST = 25_432;

export async function choosePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
}

/** Takes the wanted port, or keeps the stored one if it is free. @throws EmbeddedPostgresError when the wanted one is taken. */
export async function ensureFreePort(
  credentials: Credentials,
  wanted: number | undefined,
  log: (line: string) => void,
): Promise<void> {
  if (wanted !== undefined) credentials.port = wanted;
  if (await isFree(credentials.port)) return;
  if (wanted !== undefined) throw new EmbeddedPostgresError(`Port ${wanted}, asked for the database, is taken.`);
  const taken = credentials.port;
  credentials.port = await choosePort();
  log(`Port ${taken}, which the database used before, is taken: it moves to ${credentials.port}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', () => answer(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => answer(true)));
  });
}
