import { type Client, cookie, PORTAL_COOKIE } from '@gatehouse/api';
import { isRefusal } from '@gatehouse/domain';
import type { Runtime } from './runtime.ts';

/**
 * Starts and ends portal sessions: `POST /api/portal-session` with the link's token as a form, which works before
 * scripts have loaded, and `POST /api/portal-session/end`. The answer redirects, so that the token leaves the URL.
 */
export async function portalRoute(held: Runtime, request: Request, client: Client): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if (request.method !== 'POST' || !pathname.startsWith('/api/portal-session')) return null;
  if (!isOwnPage(request, [client.host, held.api.publicHost]))
    return new Response('This request did not come from our own pages.', { status: 403 });
  return pathname.endsWith('/end') ? end(held, request) : begin(held, request);
}

async function begin({ engine, env }: Runtime, request: Request): Promise<Response> {
  const form = new URLSearchParams((await request.text()).slice(0, 2000));
  const token = form.get('token') ?? '';
  try {
    const session = await engine.portal.open(token);
    return redirect('/portal', setCookie(env.GATEHOUSE_URL, session.token, session.expiresAt));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return redirect('/p/expired');
  }
}

async function end({ engine, env }: Runtime, request: Request): Promise<Response> {
  const token = cookie(request.headers, PORTAL_COOKIE);
  const actor = token ? await engine.portal.authenticate(token) : null;
  if (actor) await engine.portal.close(actor);
  return redirect('/p/ended', setCookie(env.GATEHOUSE_URL, '', new Date(0)));
}

function isOwnPage({ headers }: Request, hosts: readonly (string | null)[]): boolean {
  const origin = headers.get('origin');
  return origin !== null && URL.canParse(origin) && hosts.includes(new URL(origin).host);
}

const redirect = (location: string, cookieLine?: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'no-store', ...(cookieLine ? { 'set-cookie': cookieLine } : {}) },
  });

/**
 * `SameSite=Strict` would lose the session on the way from an email; `Lax` keeps it and is still not sent with foreign
 * POST requests.
 */
function setCookie(publicUrl: string, value: string, expires: Date): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${PORTAL_COOKIE}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Expires=${expires.toUTCString()}${secure}`;
}
