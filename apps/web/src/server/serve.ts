import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { answerFault, answerNode, clientOf, faultBehind, sendResponse, toHeaders, toRequest } from '@gatehouse/api';
import { answerApi, OWN } from './answer.ts';
import { watchConnections } from './draining.ts';
import type { PageHandler } from './pages.ts';
import type { Runtime } from './runtime.ts';

/** How long running requests and then closing may take when the process stops, in milliseconds. */
const DRAIN = 25_000;
const CLOSE = 2_000;

/**
 * Serves `/api` here and all pages through `page` until the process is asked to stop. Then `/api/health/ready` reports
 * it, new connections are refused, running requests finish, and the process ends.
 */
export function serve(held: Runtime, page: PageHandler): void {
  const { env, log } = held;
  // Ends the streams of changes when the process stops, because they never end by themselves.
  const streams = new AbortController();
  const server = createServer((request, response) => {
    answer(held, request, response, page, streams.signal).catch(async (error: unknown) => {
      const fault = faultBehind(error);
      if (fault) log.error({ err: fault }, 'request failed');
      if (response.headersSent) response.destroy();
      else
        await sendResponse(
          answerFault({ method: request.method ?? 'GET', headers: toHeaders(request) }, error),
          response,
        );
    });
  });
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE';
    log.fatal(taken ? { port: env.PORT } : { err: error }, taken ? 'the port is taken' : 'the server failed');
    process.exit(1);
  });
  const drain = watchConnections(server);
  server.listen(env.PORT, env.HOST, () => log.info({ port: (server.address() as AddressInfo).port }, 'listening'));

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    held.drain();
    log.info('draining');
    streams.abort();
    await drain(DRAIN);
    // An unreachable database must not delay the end. Leaving its connections open loses nothing.
    await Promise.race([held.close(), pause(CLOSE)]);
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  if (process.send) process.on('disconnect', () => void stop());
}

async function answer(
  held: Runtime,
  request: IncomingMessage,
  response: ServerResponse,
  page: PageHandler,
  stopping: AbortSignal,
): Promise<void> {
  if (!request.url?.startsWith('/api/')) return held.pages.answer(page, request, response);
  const aborted = new AbortController();
  response.on('close', () => aborted.abort());
  if (!OWN.test(request.url) && (await answerNode(held.api, request, response, stopping))) return;
  const asked = toRequest(request, AbortSignal.any([aborted.signal, stopping]));
  await sendResponse(await answerApi(held, asked, clientOf(request, held.api.trustedProxies)), response);
}
