import type { Client } from '@gatehouse/api';
import { type schema as Schema, schema } from '@gatehouse/db';
import { type Actor, newId, Refusal, StaffRole } from '@gatehouse/domain';
import type { Deps } from '@gatehouse/engine';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { createSignInLimit } from './sign-in-limit.ts';

export type StaffAuth = {
  /** Answers `/api/auth/*`. */
  handle(request: Request, client: Client): Promise<Response>;
  /** The member of staff behind a request's cookies. @throws SECOND_FACTOR_REQUIRED */
  actor(headers: Headers): Promise<Extract<Actor, { kind: 'staff' }> | null>;
  /** The same, also while the second factor is still to be set up. */
  session(headers: Headers): Promise<{ name: string; email: string; secondFactor: boolean } | null>;
};

type Options = {
  readonly deps: Deps;
  readonly secret: string;
  readonly publicUrl: string;
  readonly requireSecondFactor: boolean;
  /** Hears what the library would print, which quotes addresses and queries. */
  readonly onError: (error: unknown) => void;
};

/**
 * Signs staff in: password, and a second factor where it is required. Sessions are rows, so they end at once. Accounts
 * are made by an admin or the command line, never by signing up.
 */
export function createStaffAuth({ deps, secret, publicUrl, requireSecondFactor, onError }: Options): StaffAuth {
  const auth = betterAuth({
    appName: 'Gatehouse',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, _words, ...about) => onError(about.find((each) => each instanceof Error)),
    },
    database: drizzleAdapter(deps.db, { provider: 'pg', schema: tables }),
    user: { additionalFields: { role: { type: 'string', input: false } } },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: { expiresIn: 12 * 3600, updateAge: 3600, freshAge: 0 },
    plugins: [twoFactor({ issuer: 'Gatehouse' })],
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 20 }, '/two-factor/verify-totp': { window: 60, max: 5 } },
    },
    advanced: {
      cookiePrefix: 'gatehouse',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
  });
  const limit = createSignInLimit(deps);
  const signIn = async (request: Request): Promise<Response> => {
    const text = await request.text();
    const email = emailIn(text);
    if (email && (await limit.isResting(email)))
      return Response.json({ message: 'Too many tries. Wait fifteen minutes.' }, { status: 429 });
    const answer = await auth.handler(
      new Request(request.url, { method: 'POST', headers: request.headers, body: text }),
    );
    if (email && answer.status === 401) await limit.wrong(email);
    if (email && answer.ok) await limit.right(email);
    return answer;
  };
  const find = async (headers: Headers) => {
    try {
      return (await auth.api.getSession({ headers, query: { disableRefresh: true } }))?.user ?? null;
    } catch (error) {
      // The library does not say why. A database that is away says so itself.
      await deps.sql`select 1`;
      throw error;
    }
  };
  return {
    handle: (request, client) => {
      request.headers.set(CLIENT_ADDRESS, client.network.replace('/64', '::'));
      return new URL(request.url).pathname.endsWith('/sign-in/email') ? signIn(request) : auth.handler(request);
    },
    async session(headers) {
      const user = await find(headers);
      return user ? { name: user.name, email: user.email, secondFactor: user.twoFactorEnabled === true } : null;
    },
    async actor(headers) {
      const user = await find(headers);
      if (!user) return null;
      const [row] = await deps.sql<
        { role: string; disabled_at: Date | null }[]
      >`select role, disabled_at from staff where id = ${user.id}`;
      const role = StaffRole.safeParse(row?.role);
      if (!row || row.disabled_at || !role.success) return null;
      if (requireSecondFactor && !user.twoFactorEnabled) throw new Refusal('SECOND_FACTOR_REQUIRED');
      return { kind: 'staff', staffId: user.id, name: user.name, role: role.data };
    },
  };
}

/** The header in which our own server says from where a request came. Whatever a caller put there is replaced. */
const CLIENT_ADDRESS = 'x-gatehouse-client-address';

function emailIn(body: string): string | null {
  try {
    const { email } = JSON.parse(body) as { email?: unknown };
    return typeof email === 'string' ? email.slice(0, 254) : null;
  } catch {
    return null;
  }
}

/** Our tables under the names that the sign-in library uses. */
const tables = {
  user: schema.staff,
  session: schema.staffSession,
  account: schema.staffAccount,
  verification: schema.staffVerification,
  twoFactor: schema.staffTwoFactor,
  rateLimit: schema.staffRateLimit,
} satisfies Record<string, (typeof Schema)[keyof typeof Schema]>;
