import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerNode, clientOf, sendResponse, toRequest } from '@gatehouse/api';
import next from 'next';
import { answerApi } from './server/answer.ts';
import { type Runtime, runtime } from './server/runtime.ts';

/** How long running requests may take when the process is asked to stop, in milliseconds. */
const DRAIN = 25_000;

/**
 * The web process: answers `/api` itself and hands every page to Next. Asked to stop, it says so at `/api/health/ready`,
 * takes no new connections, finishes what runs, and is gone within thirty seconds.
 */
async function main(): Promise<void> {
  const held = await runtime();
  const { env, log } = held;
  const app = next({
    dev: process.env.NODE_ENV !== 'production',
    dir: new URL('..', import.meta.url).pathname,
    hostname: env.HOST,
    port: env.PORT,
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    answer(held, request, response, handle).catch((error: unknown) => {
      log.error({ err: error }, 'request failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
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
  server.listen(env.PORT, env.HOST, () => log.info({ port: env.PORT }, 'listening'));

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    held.drain();
    log.info('draining');
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), DRAIN);
    streams.abort();
    await closed;
    clearTimeout(late);
    await held.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  if (process.send) process.on('disconnect', () => void stop());
}

/** Ends the streams of changes when the process stops: they would never end by themselves. */
const streams = new AbortController();

type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function answer(
  held: Runtime,
  request: IncomingMessage,
  response: ServerResponse,
  page: PageHandler,
): Promise<void> {
  if (!request.url?.startsWith('/api/')) return page(request, response);
  const aborted = new AbortController();
  response.on('close', () => aborted.abort());
  const isOwn = /^\/api\/(auth|portal-session|demo)(\/|$|\?)/.test(request.url);
  if (!isOwn && (await answerNode(held.api, request, response, streams.signal))) return;
  const asked = toRequest(request, AbortSignal.any([aborted.signal, streams.signal]));
  await sendResponse(await answerApi(held, asked, clientOf(request, held.api.trustedProxies)), response);
}

await main();
