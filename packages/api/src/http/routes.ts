import { ERRORS, message, Refusal } from '@gatehouse/domain';
import { answerFor, type ChangeFeed, type Engine } from '@gatehouse/engine';
import type { Identities } from '../context.ts';
import { faultBehind, refusalOf } from '../errors.ts';
import { askedIn, json, refused, refuseForeignOrigin, refuseMethod } from './answers.ts';
import { streamChanges } from './changes.ts';
import type { Client, TrustedProxies } from './client.ts';
import { answeredWithin } from './deadline.ts';
import { receiveUpload, sendFile } from './files.ts';
import { identitiesOf } from './identities.ts';

export type ApiOptions = {
  readonly engine: Engine;
  readonly changes: ChangeFeed;
  /** The member of staff behind a request, from the sign-in of the desk. @throws SECOND_FACTOR_REQUIRED */
  readonly staff: (headers: Headers) => ReturnType<Identities['staff']>;
  /** True once this process stops accepting work. */
  readonly draining: () => boolean;
  /** The host and port of this installation's public address. */
  readonly publicHost: string;
  /** The proxies whose X-Forwarded headers are trusted. */
  readonly trustedProxies: TrustedProxies;
  /** The deadline of an answer in milliseconds after the call has arrived; uploads have four times as long. */
  readonly answerWithin: number;
  readonly onFault: (error: unknown, requestId: string, path: string) => void;
};

export const identify = (options: ApiOptions, headers: Headers): Identities =>
  identitiesOf(headers, options.engine, options.staff);

/** An upload's body may take a minute to arrive, and its inspection half a minute. */
const UPLOAD_SHARES = 4;

const nothingHere = (): Refusal =>
  new Refusal('NOT_FOUND', {
    says: message('refusals.request.nothingHere'),
    hint: message('refusals.request.checkAddress'),
  });

/** Everything under `/api` that is not tRPC. */
export async function answerRoute(options: ApiOptions, request: Request, client: Client): Promise<Response> {
  const url = new URL(request.url);
  const [, , area = '', name = ''] = url.pathname.split('/');
  const asked = askedIn(request.headers);
  const { requestId } = asked;
  const desk = url.searchParams.get('for') === 'desk';
  const picture = url.searchParams.get('as') === 'picture';
  const identities = identify(options, request.headers);
  const { engine } = options;
  const routes: Record<string, { method: string; answer: () => Promise<Response> }> = {
    uploads: { method: 'PUT', answer: () => receiveUpload(engine, identities, requestId, name, request) },
    files: { method: 'GET', answer: () => sendFile(engine, identities, requestId, name, { desk, picture }) },
    changes: {
      method: 'GET',
      answer: () => streamChanges(options, identities, requestId, desk, request.signal),
    },
    health: { method: 'GET', answer: () => healthOf(options, requestId, name) },
  };
  const route = Object.hasOwn(routes, area) ? routes[area] : undefined;
  try {
    if (!route) throw nothingHere();
    refuseMethod([route.method], request.method);
    refuseForeignOrigin(request.method, request.headers, [client.host, options.publicHost]);
    const work = route.answer();
    if (area === 'changes') return await work;
    return await (request.method === 'GET'
      ? answeredWithin(options.answerWithin, 'UNCHANGED', work)
      : answeredWithin(options.answerWithin * UPLOAD_SHARES, 'UNKNOWN', work));
  } catch (error) {
    // A failed read changed nothing. The outcome of a failed upload is unknown.
    const refusal = refusalOf(request.method === 'GET' ? answerFor(error, 'UNCHANGED') : error);
    const fault = faultBehind(refusal);
    if (fault) options.onFault(fault, requestId, url.pathname);
    const answer = refused(asked, refusal);
    if (route && answer.status === ERRORS.METHOD_NOT_ALLOWED.http) answer.headers.set('allow', route.method);
    return answer;
  }
}

/**
 * `live` means that the process runs; `ready` that it can serve: the database and the queue answer, there is space for
 * files, and it is not stopping.
 */
async function healthOf({ engine, draining }: ApiOptions, requestId: string, name: string): Promise<Response> {
  if (name === 'live') return json(requestId, { status: 'live' });
  if (name !== 'ready') throw nothingHere();
  const found = await engine.health();
  const ready = Object.values(found).every(Boolean) && !draining();
  return json(requestId, { status: ready ? 'ready' : 'not ready', ...found, draining: draining() }, ready ? 200 : 503);
}
