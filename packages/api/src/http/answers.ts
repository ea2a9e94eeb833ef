import { randomUUID } from 'node:crypto';
import { anyOf, ERRORS, message, Refusal } from '@gatehouse/domain';
import { answerFor } from '@gatehouse/engine';
import { type Asked, refusalOf, shapeOf } from '../errors.ts';
import { bearerOf } from './identities.ts';
import { languageAsked } from './language.ts';

/** A request's id: the caller's own if it is valid, so that logs on both sides can be matched. */
function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id');
  return given && /^[\w.-]{8,80}$/.test(given) ? given : `req_${randomUUID().replaceAll('-', '')}`;
}

/** Headers of every answer of the API: no caching, no type sniffing. */
export const answerHeaders = (requestId: string): Record<string, string> => ({
  'x-request-id': requestId,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});

export const json = (requestId: string, body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...answerHeaders(requestId) },
  });

/** The data of a request's head. */
export const askedIn = (headers: Headers): Asked => ({
  requestId: requestIdOf(headers),
  language: languageAsked(headers),
});

/** A refusal outside tRPC, in the shape of tRPC errors. A fault is answered without its text. */
export function refused(asked: Asked, error: unknown): Response {
  const refusal = refusalOf(error);
  const answer = json(asked.requestId, { error: shapeOf(refusal, asked) }, ERRORS[refusal.code].http);
  for (const [name, value] of Object.entries(waitHeaders(refusal))) answer.headers.set(name, value);
  return answer;
}

/** The same for errors of the server around the API. @param request the raw request; only its head is read. */
export const answerFault = ({ method, headers }: Pick<Request, 'method' | 'headers'>, error: unknown): Response =>
  refused(askedIn(headers), answerFor(error, method === 'GET' || method === 'HEAD' ? 'UNCHANGED' : 'UNKNOWN'));

/** The answer to an unsupported method lists the supported ones. */
export function refuseMethod(allow: readonly string[], method: string): void {
  if (!allow.includes(method))
    throw new Refusal('METHOD_NOT_ALLOWED', {
      hint: message('refusals.request.useMethods', { methods: anyOf(allow) }),
    });
}

/** The answer of a reached limit also has a header with the seconds to wait. */
export const waitHeaders = ({ data }: Refusal): Record<string, string> =>
  data.retryAfter === undefined ? {} : { 'retry-after': String(data.retryAfter) };

/** tRPC would accept a form from any site without a preflight request, so forms are refused. */
export function refuseOtherThanJson(method: string, headers: Headers): void {
  if (method === 'GET' || method === 'HEAD' || headers.get('content-type')?.startsWith('application/json')) return;
  throw new Refusal('UNSUPPORTED_FILE', {
    says: message('refusals.request.sendJson'),
    hint: message('refusals.request.setHeader', { header: 'content-type: application/json' }),
  });
}

/**
 * Refuses cross-site requests: a change with a cookie must come from our own pages, at the requested host or at the
 * installation's own address. A request with an API key is exempt, because its cookies are ignored (`identitiesOf`);
 * any other `Authorization` header changes nothing.
 */
export function refuseForeignOrigin(method: string, headers: Headers, hosts: readonly (string | null)[]): void {
  if (method === 'GET' || method === 'HEAD') return;
  if (!headers.get('cookie') || bearerOf(headers) !== null) return;
  const origin = headers.get('origin');
  if (origin && URL.canParse(origin) && hosts.includes(new URL(origin).host)) return;
  throw new Refusal('NOT_PERMITTED', { says: message('refusals.request.foreignOrigin') });
}
