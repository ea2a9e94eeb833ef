import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range from which systems number outgoing connections, so that a remembered port is seldom taken later. */
const LOWEST = 15_432;
const HIGHEST = 25_432;

export async function choosePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', () => answer(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => answer(true)));
  });
}
