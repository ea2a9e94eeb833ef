import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import { message, Refusal } from '@gatehouse/domain';
import { askedIn, refused } from './answers.ts';
import { discardRest } from './body.ts';
import { clientOf } from './client.ts';
import { answerFetch } from './fetch.ts';
import type { ApiOptions } from './routes.ts';

/**
 * Answers `/api` directly from Node, before Next: other apps call it on every payment, and Next's handling costs
 * several times as much as tRPC's.
 *
 * @param stopping ends the streams that would never end by themselves.
 * @returns whether the request was ours; otherwise nothing was written.
 */
export async function answerNode(
  options: ApiOptions,
  request: IncomingMessage,
  response: ServerResponse,
  stopping?: AbortSignal,
): Promise<boolean> {
  if (!request.url?.startsWith('/api/')) return false;
  const aborted = new AbortController();
  response.on('close', () => aborted.abort());
  const endless = stopping && request.url.startsWith('/api/changes');
  const signal = endless ? AbortSignal.any([aborted.signal, stopping]) : aborted.signal;
  const answer = await answerReadable(options, request, signal);
  if (!answer) return false;
  await sendResponse(answer, response);
  return true;
}

async function answerReadable(options: ApiOptions, request: IncomingMessage, signal: AbortSignal) {
  let asked: Request;
  try {
    asked = toRequest(request, signal);
  } catch (error) {
    return refused(askedIn(toHeaders(request)), error);
  }
  return answerFetch(options, asked, clientOf(request, options.trustedProxies));
}

export function toHeaders(req: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === 'string') headers.set(name, value);
    else for (const each of value ?? []) headers.append(name, each);
  }
  return headers;
}

/**
 * Converts a Node request to a fetch request. The body is streamed, so that its size can be checked during arrival. An
 * unread rest keeps the connection open, because the answer is still sent on it.
 * @throws INVALID_INPUT if fetch cannot represent it, such as a TRACE method or an invalid host.
 */
export function toRequest(req: IncomingMessage, signal: AbortSignal): Request {
  const method = req.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const init: RequestInit & { duplex?: 'half' } = { method, headers: toHeaders(req), signal };
  if (hasBody)
    Object.assign(init, { body: ReadableStream.from(req.iterator({ destroyOnReturn: false })), duplex: 'half' });
  try {
    return new Request(`http://${req.headers.host ?? 'localhost'}${req.url ?? '/'}`, init);
  } catch {
    throw new Refusal('INVALID_INPUT', {
      says: message('refusals.request.notARequest'),
      hint: message('refusals.request.checkMethodAndHost'),
    });
  }
}

/** Streams are sent in chunks; all other answers are in memory and sent in one piece. */
const isStream = ({ headers }: Response): boolean =>
  headers.get('content-type') === 'text/event-stream' || headers.has('transfer-encoding');

export async function sendResponse(answer: Response, res: ServerResponse): Promise<void> {
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') res.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) res.setHeader('set-cookie', cookies);
  res.statusCode = answer.status;
  if (answer.body && isStream(answer)) {
    // A client that disconnects ends the stream, which is not a fault.
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), res).catch(() => {});
    return;
  }
  const bytes = Buffer.from(await answer.arrayBuffer());
  // The rest of a body would precede the next request, so an early answer is the last of its connection.
  if (!res.req.complete) {
    res.setHeader('connection', 'close');
    res.setHeader('content-length', bytes.byteLength);
    res.write(bytes);
    await discardRest(res.req);
    res.end();
    return;
  }
  // This includes a body that arrived unread: the part that Node buffers would block the connection.
  res.req.resume();
  res.end(bytes);
}
