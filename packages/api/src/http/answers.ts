import { randomUUID } from 'node:crypto';
import { anyOf, ERRORS, message, Refusal } from '@gatehouse/domain';
import { answerFor } from '@gatehouse/engine';
import { type Asked, refusalOf, shapeOf } from '../errors.ts';
import { bearerOf } from './identities.ts';
import { languageAsked } from './language.ts';

/** A request's id: the caller's own when it is a sensible one, so that logs on both sides meet. */
function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id');
  return given && /^[\w.-]{8,80}$/.test(given) ? given : `req_${randomUUID().replaceAll('-', '')}`;
}

/** The same for every answer of the API: nobody stores it, nobody guesses its type. */
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

/** What is known of a request from its head. */
export const askedIn = (headers: Headers): Asked => ({
  requestId: requestIdOf(headers),
  language: languageAsked(headers),
});

/** A refusal outside tRPC, in the shape that its errors carry. A fault is told without its text. */
export function refused(asked: Asked, error: unknown): Response {
  const refusal = refusalOf(error);
  const answer = json(asked.requestId, { error: shapeOf(refusal, asked) }, ERRORS[refusal.code].http);
  for (const [name, value] of Object.entries(waitHeaders(refusal))) answer.headers.set(name, value);
  return answer;
}

/** The same for whoever serves the API and had an error of its own. @param request as it arrived; only its head is read. */
export const answerFault = ({ method, headers }: Pick<Request, 'method' | 'headers'>, error: unknown): Response =>
  refused(askedIn(headers), answerFor(error, method === 'GET' || method === 'HEAD' ? 'UNCHANGED' : 'UNKNOWN'));

/** The answer to a method that an address does not take names those which it does. */
export function refuseMethod(allow: readonly string[], method: string): void {
  if (!allow.includes(method))
    throw new Refusal('METHOD_NOT_ALLOWED', {
      hint: message('refusals.request.useMethods', { methods: anyOf(allow) }),
    });
}

/** A limit's answer says in a header, too, how many seconds to wait. */
export const waitHeaders = ({ data }: Refusal): Record<string, string> =>
  data.retryAfter === undefined ? {} : { 'retry-after': String(data.retryAfter) };

/** tRPC would take a form from any site without asking the browser first; nothing here is a form. */
export function refuseOtherThanJson(method: string, headers: Headers): void {
  if (method === 'GET' || method === 'HEAD' || headers.get('content-type')?.startsWith('application/json')) return;
  throw new Refusal('UNSUPPORTED_FILE', {
    says: message('refusals.request.sendJson'),
    hint: message('refusals.request.setHeader', { header: 'content-type: application/json' }),
  });
}

/**
 * Refuses what another site could have made a browser send: a change that rides on a cookie must come from our own pages,
 * at the host that the browser asked or at the installation's own address. A request with an API key rides on nothing,
 * because with a key no cookie is asked (`identitiesOf`); any other `Authorization` header changes nothing.
 */
export function refuseForeignOrigin(method: string, headers: Headers, hosts: readonly (string | null)[]): void {
  if (method === 'GET' || method === 'HEAD') return;
  if (!headers.get('cookie') || bearerOf(headers) !== null) return;
  const origin = headers.get('origin');
  if (origin && URL.canParse(origin) && hosts.includes(new URL(origin).host)) return;
  throw new Refusal('NOT_PERMITTED', { says: message('refusals.request.foreignOrigin') });
}
