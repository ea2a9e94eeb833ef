import { isRefusal, newId } from '@gatehouse/domain';
import type { Deps, Engine, Spending } from '@gatehouse/engine';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { refuseUsedCode } from './staff-session.ts';

/** The header in which our own server says from which network a request came. Whatever a caller put there is replaced. */
export const CLIENT_NETWORK = 'x-gatehouse-client-network';

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** How a device is remembered, in seconds: half a year after it last signed in. */
const DEVICE = { name: 'device', attributes: { maxAge: 180 * 24 * 3600 } } as const;
/** The name and the life of the library's cookie for a sign-in that waits for its code. */
const CHALLENGE = 'two_factor';

/**
 * Counts every try before the library judges it, gives the count back when the try was right, and remembers network and
 * device of whoever signed in. It stands after the second factor's plugin, so a session that still waits for a code is
 * none here.
 */
export function staffGuard(deps: Deps, engine: Engine): BetterAuthPlugin {
  const spent = new WeakMap<Request, Spending[]>();
  const count = async (ctx: Context): Promise<void> => {
    const { path } = ctx as { path?: string };
    const account = await accountOf(ctx, path ?? '');
    if (!account || !ctx.request) return;
    const kind = path?.startsWith('/two-factor/verify-') ? 'code' : 'password';
    const device = await deviceOf(ctx);
    const counted = engine.signIn.countAttempt(kind, { account, network: networkOf(ctx), device });
    spent.set(ctx.request, await counted.catch(tooMany));
    if (path === '/two-factor/verify-totp' && 'staffId' in account) await refuseUsedCode(deps, ctx, account.staffId);
  };
  const remember = async (ctx: Context): Promise<void> => {
    const { returned, newSession } = ctx.context;
    if (returned instanceof Error || !ctx.request) return;
    await engine.limits.refund(...(spent.get(ctx.request) ?? []));
    if (!newSession) return;
    const { id } = newSession.user;
    await engine.signIn.signedIn(id, networkOf(ctx));
    const { name, attributes } = ctx.context.createAuthCookie(DEVICE.name, DEVICE.attributes);
    const known = await deviceOf(ctx);
    const device = known?.staffId === id ? known.id : newId();
    await ctx.setSignedCookie(name, `${id}.${device}`, ctx.context.secret, attributes);
  };
  const matcher = ({ path }: { path?: string }): boolean => path !== undefined && path in JUDGED;
  return {
    id: 'gatehouse-guard',
    hooks: {
      before: [{ matcher, handler: createAuthMiddleware(count) }],
      after: [{ matcher, handler: createAuthMiddleware(remember) }],
    },
  };
}

/** The endpoints that judge a password or a code, each with where the account in question is read. */
const JUDGED: Readonly<Record<string, 'body' | 'challenge' | 'session'>> = {
  '/sign-in/email': 'body',
  '/two-factor/enable': 'session',
  '/two-factor/verify-totp': 'challenge',
  '/two-factor/verify-backup-code': 'challenge',
};

/** Whose password or code is tried. Null where the library will refuse, because there is no session and no challenge. */
async function accountOf(ctx: Context, path: string): Promise<{ email: string } | { staffId: string } | null> {
  if (JUDGED[path] === 'body') {
    const { email } = (ctx.body ?? {}) as { email?: unknown };
    return typeof email === 'string' ? { email: email.slice(0, 254).trim().toLowerCase() } : null;
  }
  const session = await getSessionFromCtx(ctx as never);
  // In an open session a code could be tried again and again, and there it opens nothing: it is for setting up only.
  if (session?.user.twoFactorEnabled)
    throw new APIError('BAD_REQUEST', { code: 'TOTP_ALREADY_ENABLED', message: 'A second factor is set up already' });
  if (session) return { staffId: session.user.id };
  const challenge = await ctx.getSignedCookie(ctx.context.createAuthCookie(CHALLENGE).name, ctx.context.secret);
  if (!challenge) return null;
  const waiting = await ctx.context.internalAdapter.findVerificationValue(challenge);
  return waiting ? { staffId: waiting.value } : null;
}

async function deviceOf(ctx: Context): Promise<{ staffId: string; id: string } | null> {
  const value = await ctx.getSignedCookie(ctx.context.createAuthCookie(DEVICE.name).name, ctx.context.secret);
  const [staffId, id] = typeof value === 'string' ? value.split('.') : [];
  return staffId && id ? { staffId, id } : null;
}

const networkOf = (ctx: Context): string => ctx.headers?.get(CLIENT_NETWORK) ?? 'unknown';

/** A limit in the form in which the library refuses. */
function tooMany(error: unknown): never {
  if (!isRefusal(error)) throw error;
  const { code, message, data } = error;
  throw new APIError('TOO_MANY_REQUESTS', { code, message }, { 'retry-after': String(data.retryAfter ?? 60) });
}
