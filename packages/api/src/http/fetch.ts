import { Refusal } from '@gatehouse/domain';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { refusalOf } from '../errors.ts';
import { appRouter } from '../root.ts';
import { speakPlainly } from '../sentences.ts';
import { answerHeaders, refused, refuseForeignOrigin, refuseForm, requestIdOf } from './answers.ts';
import { type ApiOptions, answerRoute, identify } from './routes.ts';

export const TRPC_PATH = '/api/trpc';
/** A batch is at most so many calls, and a body at most so many bytes. */
export const MAX_BATCH = 10;
export const MAX_BODY = 1024 * 1024;

/** The whole API in terms of fetch: what Next's own route handler serves on any host. Null means not ours. */
export async function answerFetch(options: ApiOptions, request: Request): Promise<Response | null> {
  const path = new URL(request.url).pathname;
  if (!path.startsWith(`${TRPC_PATH}/`)) return answerRoute(options, request);
  const requestId = requestIdOf(request.headers);
  try {
    refuseForeignOrigin(request.method, request.headers);
    refuseForm(request.method, request.headers);
    if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY) throw new Refusal('TOO_LARGE');
  } catch (error) {
    return refused(requestId, error);
  }
  speakPlainly();
  return fetchRequestHandler({
    endpoint: TRPC_PATH,
    req: request,
    router: appRouter,
    allowMethodOverride: true,
    maxBatchSize: MAX_BATCH,
    createContext: () => ({ engine: options.engine, identities: identify(options, request.headers), requestId }),
    responseMeta: () => ({ headers: new Headers(answerHeaders(requestId)) }),
    onError: ({ error, path: procedure }) => {
      if (refusalOf(error).code === 'INTERNAL') options.onFault(error.cause ?? error, requestId, procedure ?? '');
    },
  });
}
