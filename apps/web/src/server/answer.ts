import { answeredWithin, answerFetch, type Client } from '@gatehouse/api';
import { demoRoute } from './demo-route.ts';
import { portalRoute } from './portal-route.ts';
import type { Runtime } from './runtime.ts';

/** Everything under `/api`, in terms of fetch: sign-in, the portal's cookie, and the API itself. */
export async function answerApi(held: Runtime, request: Request, client: Client): Promise<Response> {
  const path = new URL(request.url).pathname;
  const within = <T>(work: Promise<T>): Promise<T> => answeredWithin(held.api.answerWithin, 'UNKNOWN', work);
  if (path.startsWith('/api/auth/')) return within(held.auth.handle(request, client));
  const answer =
    (await within(portalRoute(held, request, client))) ??
    (await demoRoute(held, request)) ??
    (await answerFetch(held.api, request, client));
  return answer ?? Response.json({ error: { message: 'There is nothing here.' } }, { status: 404 });
}
