import { ANSWER_KEPT, ENGLISH, type RealTime, say } from '@gatehouse/domain';
import { Agent, type Dispatcher, request } from 'undici';
import { realClock } from '../deps.ts';
import { type AddressPolicy, checkAddress } from './address.ts';
import { ADDRESS_REFUSED, guardedLookup, type Resolve } from './guarded-lookup.ts';
import { nameResolver } from './resolve-name.ts';
import { parseRetryAfter } from './retry-after.ts';

export type Post = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The limit in milliseconds for resolving, connecting, sending and reading the answer together. */
  readonly timeout: number;
  /** Aborts the attempt when the worker stops. */
  readonly signal?: AbortSignal;
};

/** The result of one attempt. `status` is null when there was no complete answer; `error` then says why. */
export type PostResult = {
  readonly status: number | null;
  readonly durationMs: number;
  /** The first `ANSWER_KEPT` bytes of the answer as text. */
  readonly answer: string;
  /** The endpoint's `Retry-After`, in milliseconds. */
  readonly retryAfter?: number;
  readonly error?: string;
};

export type Poster = {
  /** Sends one request. It never throws. */
  post(post: Post): Promise<PostResult>;
  /** Closes every connection. Attempts still running end as failed, so drain first. */
  close(): Promise<void>;
};

/** Messages for the endpoint's owner. They never contain a resolved address. */
const SENTENCES: Readonly<Record<string, string>> = {
  [ADDRESS_REFUSED]: 'The host does not resolve to a public address.',
  ENOTFOUND: 'The host name was not found.',
  EAI_AGAIN: 'The host name could not be looked up.',
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection was reset.',
  UND_ERR_SOCKET: 'The connection was closed before the answer ended.',
  UND_ERR_CONNECT_TIMEOUT: 'The connection could not be made in time.',
  UND_ERR_HEADERS_OVERFLOW: "The answer's headers are too large.",
};

export type PosterOptions = AddressPolicy & {
  /** Resolves names. Default: the system's name servers. */
  readonly lookup?: Resolve;
  /** The clock against which a `Retry-After` date is read. */
  readonly now?: () => RealTime;
};

/**
 * Creates an HTTP client for webhooks that reaches only public addresses, follows no redirects, and reads no more than
 * it keeps.
 */
export function createPoster({ allowLoopback, lookup = nameResolver(), now = realClock }: PosterOptions): Poster {
  const policy = { allowLoopback };
  const agent = new Agent({ allowH2: false, connect: { lookup: guardedLookup(policy, lookup) } });
  return {
    async post(post) {
      const started = performance.now();
      const { retryHeader, ...outcome } = await attempt(agent, policy, post);
      const retryAfter = parseRetryAfter(retryHeader, now());
      const durationMs = Math.round(performance.now() - started);
      return { ...outcome, durationMs, ...(retryAfter === undefined ? {} : { retryAfter }) };
    },
    close: () => agent.destroy(),
  };
}

/** The result of an attempt without its duration, and with the raw `Retry-After` header. */
type Outcome = Pick<PostResult, 'status' | 'answer' | 'error'> & { readonly retryHeader?: string | undefined };

async function attempt(dispatcher: Agent, policy: AddressPolicy, post: Post): Promise<Outcome> {
  // Literal addresses are dialled without a lookup, so the host is also checked here.
  const checked = checkAddress(post.url, policy);
  if (!checked.ok) return { status: null, answer: '', error: say(ENGLISH, checked.why) };

  const abort = new AbortController();
  const stop = (why: string): void => abort.abort(new Error(why));
  const timer = setTimeout(stop, post.timeout, `There was no whole answer within ${post.timeout / 1000} s.`);
  const onStop = (): void => stop('The attempt was stopped.');
  post.signal?.addEventListener('abort', onStop);
  if (post.signal?.aborted) onStop();
  try {
    // The race covers connecting, because the request checks its signal only afterwards.
    return await Promise.race([exchange(dispatcher, checked.url, post, abort.signal), rejection(abort.signal)]);
  } catch (error) {
    return { status: null, answer: '', error: sentence(abort.signal.aborted ? abort.signal.reason : error) };
  } finally {
    clearTimeout(timer);
    post.signal?.removeEventListener('abort', onStop);
  }
}

async function exchange(dispatcher: Agent, url: URL, { headers, body }: Post, signal: AbortSignal): Promise<Outcome> {
  const response = await request(url, {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'Gatehouse-Webhooks', ...headers },
    body,
    signal,
  });
  const status = response.statusCode;
  return {
    status,
    answer: await readStart(response.body),
    retryHeader: [response.headers['retry-after']].flat()[0],
    ...(status >= 300 && status < 400 ? { error: 'The endpoint redirects. Redirects are not followed.' } : {}),
  };
}

/** Reads the first bytes and closes the connection. NUL is replaced, because Postgres text cannot hold it. */
async function readStart(body: Dispatcher.ResponseData['body']): Promise<string> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    kept.push(chunk.subarray(0, ANSWER_KEPT - size));
    size += chunk.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (size >= ANSWER_KEPT) break;
  }
  // With `stream`, a truncated last character is dropped.
  return new TextDecoder().decode(Buffer.concat(kept), { stream: true }).replaceAll('\0', '\uFFFD');
}

const rejection = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return 'The request failed.';
  const code = 'code' in error ? String(error.code) : undefined;
  if (code === undefined) return error.message;
  return SENTENCES[code] ?? `The request failed (${code}).`;
}
