import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** The interval of looking for connections to close, in milliseconds. */
const LOOK = 50;
/**
 * How long a keep-alive client may take to send another request, and how long a client may take to finish one, in
 * milliseconds.
 */
const NEXT_REQUEST = 500;
const REST_OF_REQUEST = 2_000;

const UNAVAILABLE = 'HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';

/**
 * Watches a server's connections, so that it can stop while clients are busy: a keep-alive client would otherwise send
 * requests for ever. While draining, every answer closes its connection, idle connections are closed after a short
 * wait, and requests without an end are not awaited.
 *
 * @returns a function that drains: it accepts no new connections, lets requests that have arrived be answered within so
 * many milliseconds, and cuts the rest.
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
      // A client that already has its answer gets no second one.
      socket.end(own.some(({ headersSent }) => headersSent) ? '' : UNAVAILABLE, () => socket.destroy());
    }
  };
  return async (within) => {
    draining = true;
    for (const response of running) sayLast(response);
    // `http.Server.close` would cut idle connections at once, also those with a request on its way.
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
