import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import { refusalOf } from '../errors.ts';
import { appRouter } from '../root.ts';
import { speakPlainly } from '../sentences.ts';
import { answerHeaders, refused, refuseForeignOrigin, refuseForm, requestIdOf } from './answers.ts';
import { MAX_BATCH, MAX_BODY, TRPC_PATH } from './fetch.ts';
import { type ApiOptions, answerRoute, identify } from './routes.ts';

/**
 * Answers `/api` straight from Node, before Next sees it: other apps call it on every payment, and Next's own handling
 * costs several times what tRPC's does.
 *
 * @param stopping ends the streams that would never end by themselves.
 * @returns whether the request was ours; when not, nothing was written.
 */
export async function answerNode(
  options: ApiOptions,
  request: IncomingMessage,
  response: ServerResponse,
  stopping?: AbortSignal,
): Promise<boolean> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (!path.startsWith('/api/')) return false;
  if (path.startsWith(`${TRPC_PATH}/`)) {
    await answerTrpc(options, request, response, path.slice(TRPC_PATH.length + 1));
    return true;
  }
  const aborted = new AbortController();
  response.on('close', () => aborted.abort());
  const answer = await answerRoute(
    options,
    toRequest(request, stopping ? AbortSignal.any([aborted.signal, stopping]) : aborted.signal),
  );
  if (!answer) return false;
  await sendResponse(answer, response);
  return true;
}

async function answerTrpc(options: ApiOptions, req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
  const headers = toHeaders(req);
  const requestId = requestIdOf(headers);
  for (const [name, value] of Object.entries(answerHeaders(requestId))) res.setHeader(name, value);
  try {
    refuseForeignOrigin(req.method ?? 'GET', headers);
    refuseForm(req.method ?? 'GET', headers);
  } catch (error) {
    return sendResponse(refused(requestId, error), res);
  }
  speakPlainly();
  await nodeHTTPRequestHandler({
    req,
    res,
    path,
    router: appRouter,
    allowMethodOverride: true,
    maxBatchSize: MAX_BATCH,
    maxBodySize: MAX_BODY,
    createContext: async () => ({ engine: options.engine, identities: identify(options, headers), requestId }),
    onError: ({ error, path: procedure }) => {
      if (refusalOf(error).code === 'INTERNAL') options.onFault(error.cause ?? error, requestId, procedure ?? '');
    },
  });
}

export function toHeaders(req: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === 'string') headers.set(name, value);
    else for (const each of value ?? []) headers.append(name, each);
  }
  return headers;
}

/** A request of Node's as fetch knows it. The body streams, so that its size can be judged while it arrives. */
export function toRequest(req: IncomingMessage, signal: AbortSignal): Request {
  const method = req.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const init: RequestInit & { duplex?: 'half' } = { method, headers: toHeaders(req), signal };
  if (hasBody) Object.assign(init, { body: Readable.toWeb(req), duplex: 'half' });
  return new Request(`http://${req.headers.host ?? 'localhost'}${req.url ?? '/'}`, init);
}

export async function sendResponse(answer: Response, res: ServerResponse): Promise<void> {
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') res.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) res.setHeader('set-cookie', cookies);
  res.writeHead(answer.status);
  if (!answer.body) {
    res.end();
    return;
  }
  // Whoever stops listening ends the stream; that is no fault of ours.
  await pipeline(Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream), res).catch(() => {});
}
