import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How often connections are looked for that can be closed, in milliseconds. */
const LOOK = 50;
/** How long a client that keeps its connection has to use it once more, and one that is sending has to end, in milliseconds. */
const NEXT_REQUEST = 500;
const REST_OF_REQUEST = 2_000;

const UNAVAILABLE = 'HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';

/**
 * Watches a server's connections, so that it can end while its clients are busy: a client that keeps its connection would
 * send the next request on it for ever. From the moment of draining every answer says that it is the last of its
 * connection; after a moment, in which a busy client is told so, what is idle is closed. Nobody waits for a request that
 * does not end.
 *
 * @returns how to drain: no new connections, what has arrived may be answered within so many milliseconds, and the rest is cut.
 */
export function watchConnections(server: Server): (within: number) => Promise<void> {
  const open = new Set<Socket>();
  const running = new Set<ServerResponse>();
  let draining = false;
  const sayLast = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader('connection', 'close');
  };
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.prependListener('request', (_request, response: ServerResponse) => {
    running.add(response);
    response.once('close', () => running.delete(response));
    if (draining) sayLast(response);
  });
  const cutUnfinished = (): void => {
    const asked = [...running];
    for (const socket of open) {
      const own = asked.filter(({ req }) => req.socket === socket);
      if (own.some(({ req }) => req.complete)) continue;
      open.delete(socket);
      // A client that already has its answer is only still sending.
      socket.end(own.some(({ headersSent }) => headersSent) ? '' : UNAVAILABLE, () => socket.destroy());
    }
  };
  return async (within) => {
    draining = true;
    for (const response of running) sayLast(response);
    // An HTTP server's own way to close cuts idle connections at once, also those on which the next request is on its way.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    const began = Date.now();
    await Promise.race([closed, pause(NEXT_REQUEST)]);
    const look = setInterval(() => {
      server.closeIdleConnections();
      if (Date.now() - began > REST_OF_REQUEST) cutUnfinished();
    }, LOOK);
    const late = setTimeout(() => server.closeAllConnections(), within);
    await closed;
    clearInterval(look);
    clearTimeout(late);
  };
}
