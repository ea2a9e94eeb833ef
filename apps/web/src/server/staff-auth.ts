import type { Client } from '@gatehouse/api';
import { type schema as Schema, schema } from '@gatehouse/db';
import { type Actor, newId, Refusal, StaffRole } from '@gatehouse/domain';
import type { Deps, Engine } from '@gatehouse/engine';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { isAPIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { failingWithDatabase, withRecordedFaults } from './database-faults.ts';
import { withHashedTokens } from './hashed-tokens.ts';
import { CLIENT_NETWORK, staffGuard } from './staff-guard.ts';
import { openSession } from './staff-session.ts';

export type StaffAuth = {
  /** Answers `/api/auth/*`. @throws database faults, which the server answers like all others. */
  handle(request: Request, client: Client): Promise<Response>;
  /** Returns the member of staff of a request's cookies. @throws SECOND_FACTOR_REQUIRED */
  actor(headers: Headers): Promise<Extract<Actor, { kind: 'staff' }> | null>;
  /** Returns the session, also when the second factor is not set up yet. */
  session(headers: Headers): Promise<{ name: string; email: string; secondFactor: boolean } | null>;
};

type Options = {
  readonly deps: Deps;
  readonly engine: Engine;
  readonly secret: string;
  readonly publicUrl: string;
  readonly requireSecondFactor: boolean;
  /** Receives what the library would print, which quotes addresses and queries. */
  readonly onError: (error: unknown) => void;
};

/**
 * The sign-in library's endpoints that are reachable from outside. All others are closed, also those of later versions:
 * only an admin changes names and roles, and session tokens are never shown.
 */
const ENDPOINTS: ReadonlySet<string> = new Set([
  'POST /sign-in/email',
  'POST /sign-out',
  'POST /two-factor/enable',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
]);
const BASE = '/api/auth';

/**
 * Signs staff in with a password and, where required, a second factor. Sessions are rows, so they can be ended at once.
 * Only the command line makes accounts; there is no sign-up.
 */
export function createStaffAuth({ deps, engine, secret, publicUrl, requireSecondFactor, onError }: Options): StaffAuth {
  const auth = betterAuth({
    appName: 'Gatehouse',
    baseURL: publicUrl,
    basePath: BASE,
    secret,
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, _words, ...about) => onError(about.find((each) => each instanceof Error)),
    },
    database: withHashedTokens(withRecordedFaults(drizzleAdapter(deps.db, { provider: 'pg', schema: tables }))),
    user: { additionalFields: { role: { type: 'string', input: false } } },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: {
      expiresIn: 12 * 3600,
      updateAge: 3600,
      freshAge: 0,
      additionalFields: { secondFactor: { type: 'boolean', input: false, defaultValue: false } },
    },
    verification: { storeIdentifier: 'hashed' },
    databaseHooks: { session: { create: { before: openSession(deps, engine) } } },
    // With the library's lockout, a stranger who knows a password could lock out its owner with wrong codes. The
    // guard's limits prevent guessing without that.
    plugins: [twoFactor({ issuer: 'Gatehouse', accountLockout: { enabled: false } }), staffGuard(deps, engine)],
    rateLimit: { enabled: false },
    // Passes faults on to the server, which answers and logs them like all others.
    onAPIError: {
      onError: (error) => {
        if (!isAPIError(error)) throw error;
      },
    },
    advanced: {
      cookiePrefix: 'gatehouse',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
  });
  /** Finds the open session. A session opened without a code is invalid after the account has a second factor. */
  const find = async (headers: Headers) => {
    // The library would hide the failure.
    const found = await failingWithDatabase(() => auth.api.getSession({ headers, query: { disableRefresh: true } }));
    if (!found || (found.user.twoFactorEnabled && !found.session.secondFactor)) return null;
    const [row] = await deps.sql<
      { name: string; role: string; disabled_at: Date | null }[]
    >`select name, role, disabled_at from staff where id = ${found.user.id}`;
    const role = StaffRole.safeParse(row?.role);
    if (!row || row.disabled_at || !role.success) return null;
    const { id, email, twoFactorEnabled } = found.user;
    return { id, email, name: row.name, role: role.data, secondFactor: twoFactorEnabled === true };
  };
  return {
    async handle(request, client) {
      const path = new URL(request.url).pathname.slice(BASE.length);
      if (!ENDPOINTS.has(`${request.method} ${path}`))
        return Response.json({ message: 'There is nothing here.' }, { status: 404 });
      // The header gives the library the real network.
      const asked = new Request(request);
      asked.headers.set(CLIENT_NETWORK, client.network);
      // Without this, signing out would report success although the session is still open.
      return withoutToken(await failingWithDatabase(() => auth.handler(asked)));
    },
    async session(headers) {
      const found = await find(headers);
      return found ? { name: found.name, email: found.email, secondFactor: found.secondFactor } : null;
    },
    async actor(headers) {
      const found = await find(headers);
      if (!found) return null;
      if (requireSecondFactor && !found.secondFactor) throw new Refusal('SECOND_FACTOR_REQUIRED');
      return { kind: 'staff', staffId: found.id, name: found.name, role: found.role };
    },
  };
}

/** Removes the token from the body. The cookie carries the session, and no script needs its token. */
async function withoutToken(answer: Response): Promise<Response> {
  if (!answer.headers.get('content-type')?.startsWith('application/json')) return answer;
  const { token: _, ...rest } = ((await answer.json()) ?? {}) as { token?: string };
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(rest), { status: answer.status, headers });
}

/** Our tables under the names that the sign-in library uses. */
const tables = {
  user: schema.staff,
  session: schema.staffSession,
  account: schema.staffAccount,
  verification: schema.staffVerification,
  twoFactor: schema.staffTwoFactor,
} satisfies Record<string, (typeof Schema)[keyof typeof Schema]>;
