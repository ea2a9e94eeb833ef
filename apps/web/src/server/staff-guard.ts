import { isRefusal, newId } from '@gatehouse/domain';
import type { Deps, Engine, Spending } from '@gatehouse/engine';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { refuseUsedCode } from './staff-session.ts';

/** The header in which this server passes a request's network on. A caller's own value is replaced. */
export const CLIENT_NETWORK = 'x-gatehouse-client-network';

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** The cookie of a known device, valid for half a year after its last sign-in, in seconds. */
const DEVICE = { name: 'device', attributes: { maxAge: 180 * 24 * 3600 } } as const;
/** The library's cookie for a sign-in that waits for its code: its name and lifetime. */
const CHALLENGE = 'two_factor';

/**
 * Counts every attempt before the library checks it, refunds successful ones, and remembers the network and device of
 * each sign-in. The plugin comes after the second factor's, so a sign-in that still waits for its code has no session
 * here.
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
  const matcher = ({ path }: { path?: string }): boolean => path !== undefined && path in CHECKED;
  return {
    id: 'gatehouse-guard',
    hooks: {
      before: [{ matcher, handler: createAuthMiddleware(count) }],
      after: [{ matcher, handler: createAuthMiddleware(remember) }],
    },
  };
}

/** The endpoints that check a password or a code, and where each gets its account from. */
const CHECKED: Readonly<Record<string, 'body' | 'challenge' | 'session'>> = {
  '/sign-in/email': 'body',
  '/two-factor/enable': 'session',
  '/two-factor/verify-totp': 'challenge',
  '/two-factor/verify-backup-code': 'challenge',
};

/**
 * Finds the account of an attempt. Null when there is neither session nor challenge, so that the library will refuse.
 */
async function accountOf(ctx: Context, path: string): Promise<{ email: string } | { staffId: string } | null> {
  if (CHECKED[path] === 'body') {
    const { email } = (ctx.body ?? {}) as { email?: unknown };
    return typeof email === 'string' ? { email: email.slice(0, 254).trim().toLowerCase() } : null;
  }
  const session = await getSessionFromCtx(ctx as never);
  // In an open session codes could be guessed without limit, and they serve only for setting up, so they are refused
  // afterwards.
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

/** Throws a reached limit as the library's error. */
function tooMany(error: unknown): never {
  if (!isRefusal(error)) throw error;
  const { code, message, data } = error;
  throw new APIError('TOO_MANY_REQUESTS', { code, message }, { 'retry-after': String(data.retryAfter ?? 60) });
}
