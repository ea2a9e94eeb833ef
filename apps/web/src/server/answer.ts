import { answeredWithin, answerFetch, type Client, languageAsked, readCapped } from '@gatehouse/api';
import { languageOf, message, say } from '@gatehouse/domain';
import { isEvaluation } from './env.ts';
import { portalRoute } from './portal-route.ts';
import type { Runtime } from './runtime.ts';

/** The paths that are answered here and not by the API. */
export const OWN = /^\/api\/(auth|portal-session|demo)(\/|$|\?)/;
/** The limit of a request's body, in bytes. Forms here have few fields. */
const MAX_BODY = 16 * 1024;
const TOO_LARGE = message('refusals.request.formTooLarge', { kilobytes: MAX_BODY / 1024 });

/**
 * Answers everything under `/api`: sign-in, the portal's session, and the API itself. @throws what the server answers
 */
export async function answerApi(held: Runtime, request: Request, client: Client): Promise<Response> {
  const path = new URL(request.url).pathname;
  const answer = OWN.test(path) ? await answerOwn(held, request, client) : await answerFetch(held.api, request, client);
  if (answer) return answer;
  const nothing = say(languageOf(languageAsked(request.headers)), message('refusals.request.nothingHere'));
  return Response.json({ error: { message: nothing } }, { status: 404 });
}

/** The time limit starts when the body has arrived, because a slow client is not the server's fault. */
async function answerOwn(held: Runtime, request: Request, client: Client): Promise<Response | null> {
  const { method, url, headers } = request;
  const body = request.body && (await readCapped(request, MAX_BODY, TOO_LARGE));
  const asked = new Request(url, { method, headers, body });
  const work = new URL(url).pathname.startsWith('/api/auth/')
    ? held.auth.handle(asked, client)
    : portalRoute(held, asked, client).then((answer) => answer ?? demoRoute(held, asked));
  return answeredWithin(held.api.answerWithin, 'UNKNOWN', work);
}

/** Accepts every webhook of an evaluation's demo data: `POST /api/demo/webhooks`. */
async function demoRoute({ env }: Runtime, request: Request): Promise<Response | null> {
  if (new URL(request.url).pathname !== '/api/demo/webhooks' || request.method !== 'POST') return null;
  return isEvaluation(env) ? new Response(null, { status: 204 }) : null;
}
