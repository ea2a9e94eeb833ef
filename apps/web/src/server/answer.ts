import { answeredWithin, answerFetch, type Client, readCapped } from '@gatehouse/api';
import { demoRoute } from './demo-route.ts';
import { portalRoute } from './portal-route.ts';
import type { Runtime } from './runtime.ts';

/** The addresses that are answered here and not by the API. */
export const OWN = /^\/api\/(auth|portal-session|demo)(\/|$|\?)/;
/** Forms of a few fields, in bytes. */
const MAX_BODY = 16 * 1024;

/** Everything under `/api`, in terms of fetch: sign-in, the portal's cookie, and the API itself. @throws what the server answers */
export async function answerApi(held: Runtime, request: Request, client: Client): Promise<Response> {
  const path = new URL(request.url).pathname;
  const answer = OWN.test(path) ? await answerOwn(held, request, client) : await answerFetch(held.api, request, client);
  return answer ?? Response.json({ error: { message: 'There is nothing here.' } }, { status: 404 });
}

/** The time for an answer begins when the body has arrived: nobody else is to blame for a client that is slow. */
async function answerOwn(held: Runtime, request: Request, client: Client): Promise<Response | null> {
  const { method, url, headers } = request;
  const body = request.body && (await readCapped(request, MAX_BODY, 'Send at most 16 KB.'));
  const asked = new Request(url, { method, headers, body });
  const work = new URL(url).pathname.startsWith('/api/auth/')
    ? held.auth.handle(asked, client)
    : portalRoute(held, asked, client).then((answer) => answer ?? demoRoute(held, asked));
  return answeredWithin(held.api.answerWithin, 'UNKNOWN', work);
}
