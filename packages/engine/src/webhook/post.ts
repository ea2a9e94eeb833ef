import { ANSWER_KEPT, ENGLISH, type Message, message, type RealTime } from '@gatehouse/domain';
import { Agent, type Dispatcher, request } from 'undici';
import { realClock } from '../deps.ts';
import { type AddressPolicy, checkAddress } from './address.ts';
import { guardedLookup, type Resolve } from './guarded-lookup.ts';
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
  readonly error?: Message;
};

export type Poster = {
  /** Sends one request. It never throws. */
  post(post: Post): Promise<PostResult>;
  /** Closes every connection. Attempts still running end as failed, so drain first. */
  close(): Promise<void>;
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
  if (!checked.ok) return { status: null, answer: '', error: checked.why };

  const abort = new AbortController();
  let stopped: Message | undefined;
  const stop = (why: Message): void => {
    stopped ??= why;
    abort.abort();
  };
  const timer = setTimeout(stop, post.timeout, message('attempts.late', { seconds: post.timeout / 1000 }));
  const onStop = (): void => stop(message('attempts.stopped'));
  post.signal?.addEventListener('abort', onStop);
  if (post.signal?.aborted) onStop();
  try {
    // The race covers connecting, because the request checks its signal only afterwards.
    return await Promise.race([exchange(dispatcher, checked.url, post, abort.signal), rejection(abort.signal)]);
  } catch (error) {
    return { status: null, answer: '', error: stopped ?? reasonOf(error) };
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
    ...(status >= 300 && status < 400 ? { error: message('attempts.redirected') } : {}),
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

function reasonOf(error: unknown): Message {
  if (!(error instanceof Error)) return message('attempts.failed');
  const code = 'code' in error ? String(error.code) : undefined;
  return code !== undefined && isListed(code)
    ? message(`attempts.codes.${code}`)
    : message('attempts.failedWith', { why: code ?? error.message });
}

const isListed = (code: string): code is keyof typeof ENGLISH.messages.attempts.codes =>
  Object.hasOwn(ENGLISH.messages.attempts.codes, code);
