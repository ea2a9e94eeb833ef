import type { Server, ServerResponse } from 'node:http';

/** How often connections are looked for that have become idle, in milliseconds. */
const LOOK = 50;

/**
 * Watches a server's connections, so that it can end while its clients are busy: a client that keeps its connection would
 * send the next request on it for ever. From the moment of draining every answer says that it is the last of its
 * connection, and what is idle is closed.
 *
 * @returns how to drain: no new connections, what runs may finish within so many milliseconds, and the rest is cut.
 */
export function watchConnections(server: Server): (within: number) => Promise<void> {
  const running = new Set<ServerResponse>();
  let draining = false;
  const sayLast = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader('connection', 'close');
  };
  server.prependListener('request', (_request, response: ServerResponse) => {
    running.add(response);
    response.once('close', () => running.delete(response));
    if (draining) sayLast(response);
  });
  return async (within) => {
    draining = true;
    for (const response of running) sayLast(response);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const idle = setInterval(() => server.closeIdleConnections(), LOOK);
    const late = setTimeout(() => server.closeAllConnections(), within);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  };
}
