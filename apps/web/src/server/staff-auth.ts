import type { Client } from '@gatehouse/api';
import { type schema as Schema, schema } from '@gatehouse/db';
import { type Actor, newId, Refusal, StaffRole } from '@gatehouse/domain';
import type { Deps, Engine } from '@gatehouse/engine';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { isAPIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { failingWithDatabase, withNotedFaults } from './database-faults.ts';
import { withHashedTokens } from './hashed-tokens.ts';
import { CLIENT_NETWORK, staffGuard } from './staff-guard.ts';
import { openSession } from './staff-session.ts';

export type StaffAuth = {
  /** Answers `/api/auth/*`. @throws the database's fault, which the server answers like all others. */
  handle(request: Request, client: Client): Promise<Response>;
  /** The member of staff behind a request's cookies. @throws SECOND_FACTOR_REQUIRED */
  actor(headers: Headers): Promise<Extract<Actor, { kind: 'staff' }> | null>;
  /** The same, also while the second factor is still to be set up. */
  session(headers: Headers): Promise<{ name: string; email: string; secondFactor: boolean } | null>;
};

type Options = {
  readonly deps: Deps;
  readonly engine: Engine;
  readonly secret: string;
  readonly publicUrl: string;
  readonly requireSecondFactor: boolean;
  /** Hears what the library would print, which quotes addresses and queries. */
  readonly onError: (error: unknown) => void;
};

/**
 * What of the sign-in library can be reached from outside. All else that it brings is closed, whatever a later version
 * adds: names and roles are changed by an admin, and nobody is shown a session's token.
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
 * Signs staff in: password, and a second factor where it is required. Sessions are rows, so they end at once. Accounts
 * are made by the command line, never by signing up.
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
    database: withHashedTokens(withNotedFaults(drizzleAdapter(deps.db, { provider: 'pg', schema: tables }))),
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
    // A stranger who knows a password could lock its owner out with wrong codes; the guard's limits take care of both.
    plugins: [twoFactor({ issuer: 'Gatehouse', accountLockout: { enabled: false } }), staffGuard(deps, engine)],
    rateLimit: { enabled: false },
    // Faults go on to the server, which answers and logs them like all others.
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
  /** Whose open session it is. One without a code is nobody's once the account has a second factor. */
  const find = async (headers: Headers) => {
    // The library would not say what failed.
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
      // The library hears from which network it really comes.
      const asked = new Request(request);
      asked.headers.set(CLIENT_NETWORK, client.network);
      // Signing out would answer that it was done although the session is still open.
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

/** The cookie carries the session, and no script has a use for its token. */
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
