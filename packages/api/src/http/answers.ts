import { randomUUID } from 'node:crypto';
import { ERRORS, Refusal } from '@gatehouse/domain';
import { refusalOf, shapeOf } from '../errors.ts';

/** A request's id: the caller's own when it is a sensible one, so that logs on both sides meet. */
export function requestIdOf(headers: Headers): string {
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

/** A refusal outside tRPC, in the shape that its errors carry. A fault is told without its text. */
export function refused(requestId: string, error: unknown): Response {
  const refusal = refusalOf(error);
  return json(
    requestId,
    { error: { message: refusal.message, ...shapeOf(refusal, requestId) } },
    ERRORS[refusal.code].http,
  );
}

/** The answer to a method that an address does not take names those which it does. */
export function refuseMethod(allow: readonly string[], method: string): void {
  if (!allow.includes(method)) throw new Refusal('METHOD_NOT_ALLOWED', undefined, {}, `Use ${allow.join(' or ')}.`);
}

/** tRPC would take a form from any site without asking the browser first; nothing here is a form. */
export function refuseOtherThanJson(method: string, headers: Headers): void {
  if (method === 'GET' || method === 'HEAD' || headers.get('content-type')?.startsWith('application/json')) return;
  throw new Refusal('UNSUPPORTED_FILE', 'Send JSON.', {}, 'Set the header content-type: application/json.');
}

/**
 * Refuses what another site could have made a browser send: a change that rides on a cookie must come from our own pages.
 * A request with an API key rides on nothing.
 */
export function refuseForeignOrigin(method: string, headers: Headers): void {
  if (method === 'GET' || method === 'HEAD' || headers.get('authorization')) return;
  if (!headers.get('cookie')) return;
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  if (origin && host && URL.canParse(origin) && new URL(origin).host === host) return;
  throw new Refusal('NOT_PERMITTED', 'This request did not come from our own pages.');
}
