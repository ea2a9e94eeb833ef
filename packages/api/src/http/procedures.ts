import { ERRORS, message, Refusal } from '@gatehouse/domain';
import type { TRPCError } from '@trpc/server';
import { resolveResponse } from '@trpc/server/http';
import { asTrpcError, faultBehind, refusalOf } from '../errors.ts';
import { appRouter } from '../root.ts';
import {
  answerHeaders,
  askedIn,
  refuseForeignOrigin,
  refuseMethod,
  refuseOtherThanJson,
  waitHeaders,
} from './answers.ts';
import { readCapped } from './body.ts';
import type { Client } from './client.ts';
import { answeredWithin } from './deadline.ts';
import { type ApiOptions, identify } from './routes.ts';

export const TRPC_PATH = '/api/trpc/';
/** The maximum number of calls in a batch, and of bytes in a body. */
const MAX_BATCH = 10;
const MAX_BODY = 1024 * 1024;

/** Answers a call of one or several procedures. The body is read completely first. */
export async function answerProcedures(options: ApiOptions, request: Request, client: Client): Promise<Response> {
  const { requestId, language } = askedIn(request.headers);
  let unasked: unknown;
  const noteFault = (error: unknown, path = ''): void => {
    const fault = faultBehind(error);
    if (fault) options.onFault(fault, requestId, path);
  };
  const asked = {
    router: appRouter,
    allowMethodOverride: true,
    createContext: async () => ({
      engine: options.engine,
      identities: identify(options, request.headers),
      requestId,
      network: client.network,
      language,
    }),
    responseMeta: ({ errors }: { errors: TRPCError[] }) => ({ headers: longestWait(errors) }),
  };
  /** Refuses in tRPC's format, so that its clients read these refusals like all others. tRPC sees an empty request. */
  const refuse = (error: unknown): Promise<Response> => {
    noteFault(error);
    const nothing = new Request(new URL(TRPC_PATH, request.url));
    return resolveResponse({ ...asked, req: nothing, path: '', error: asTrpcError(refusalOf(error)) });
  };

  const allow = methodsOf(request);
  let answer: Response;
  try {
    refuseMethod(allow, request.method);
    refuseForeignOrigin(request.method, request.headers, [client.host, options.publicHost]);
    refuseOtherThanJson(request.method, request.headers);
    const work = resolveResponse({
      ...asked,
      req: await whole(request),
      path: calledPath(request),
      error: null,
      onError({ error, path, ctx }) {
        if (ctx) noteFault(error, path);
        else unasked = error;
      },
    });
    answer = await answeredWithin(options.answerWithin, allow === METHODS.mutation ? 'UNKNOWN' : 'UNCHANGED', work);
    // Refusals of tRPC before the context exists would lack the request id.
    if (unasked) answer = await refuse(unasked);
  } catch (error) {
    answer = await refuse(error);
  }
  for (const [name, value] of Object.entries(answerHeaders(requestId))) answer.headers.set(name, value);
  if (answer.status === ERRORS.METHOD_NOT_ALLOWED.http) answer.headers.set('allow', allow.join(', '));
  return answer;
}

/** The longest wait of several limited calls applies. */
function longestWait(errors: TRPCError[]): Record<string, string> {
  const waits = errors.map((error) => refusalOf(error)).filter(({ data }) => data.retryAfter !== undefined);
  const longest = waits.sort((a, b) => (b.data.retryAfter ?? 0) - (a.data.retryAfter ?? 0))[0];
  return longest ? waitHeaders(longest) : {};
}

async function whole(request: Request): Promise<Request> {
  if (!request.body) return request;
  return new Request(request, {
    body: await readCapped(
      request,
      MAX_BODY,
      message('refusals.request.bodyTooLarge', { megabytes: MAX_BODY / 1024 / 1024 }),
    ),
  });
}

/** A query uses GET, or POST if its input is long; a mutation uses POST. */
const METHODS = { query: ['GET', 'HEAD', 'POST'], mutation: ['POST'], subscription: [] } as const;

/** The methods of an address. A batch of both kinds is refused for mixing them, and not for its method. */
function methodsOf(request: Request): readonly string[] {
  const known = appRouter._def.procedures as unknown as Record<string, { _def: { type: keyof typeof METHODS } }>;
  const called = new URL(request.url).pathname.slice(TRPC_PATH.length).split(',');
  const types = new Set(called.map((name) => known[name]?._def.type ?? 'query'));
  const [type = 'query'] = types.size === 1 ? types : [];
  return METHODS[type];
}

/** The procedures in an address, separated by commas. */
function calledPath(request: Request): string {
  const path = new URL(request.url).pathname.slice(TRPC_PATH.length);
  let calls: number;
  try {
    calls = decodeURIComponent(path).split(',').length;
  } catch {
    throw new Refusal('NOT_FOUND', {
      says: message('refusals.request.noSuchProcedure'),
      hint: message('refusals.request.checkEncoding'),
    });
  }
  if (calls <= MAX_BATCH) return path;
  throw new Refusal('INVALID_INPUT', {
    says: message('refusals.request.tooManyCalls', { calls: MAX_BATCH }),
    hint: message('refusals.request.sendRest'),
  });
}
