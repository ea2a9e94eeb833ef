import type { Deps, Engine } from '@gatehouse/engine';
import type { BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';
import { Secret, TOTP } from 'otpauth';

type Creating = NonNullable<
  NonNullable<NonNullable<BetterAuthOptions['databaseHooks']>['session']>['create']
>['before'];
type Context = Parameters<NonNullable<Creating>>[1];

/**
 * Checks a session before it is opened, after the library has checked password and code. Disabled accounts get none,
 * and the used code is used up. The session records whether a code opened it, and neither browser nor address.
 */
export const openSession =
  (deps: Deps, engine: Engine): NonNullable<Creating> =>
  async (session, context) => {
    const [row] = await deps.sql<
      { disabled_at: Date | null; secret: string | null }[]
    >`select s.disabled_at, f.secret from staff s left join staff_two_factor f on f.staff_id = s.id where s.id = ${session.userId}`;
    if (!row || row.disabled_at) throw refusal('INVALID_EMAIL_OR_PASSWORD', 'Invalid email or password');
    if (context?.path === '/two-factor/verify-totp') {
      const step = row.secret ? await stepOf(context, row.secret, deps.now()) : null;
      if (step === null || !(await engine.signIn.takeCode(session.userId, step))) throw codeUsed();
    }
    const secondFactor = context?.path?.startsWith('/two-factor/verify-') ?? false;
    return { data: { ...session, secondFactor, ipAddress: '', userAgent: '' } };
  };

/**
 * Refuses a used code before the library checks it, because the library's check uses up the challenge. So the next code
 * can answer the same challenge. Of two simultaneous uses, only `takeCode` decides.
 */
export async function refuseUsedCode(deps: Deps, context: NonNullable<Context>, staffId: string): Promise<void> {
  const [row] = await deps.sql<
    { secret: string; last_step: number }[]
  >`select secret, last_step from staff_two_factor where staff_id = ${staffId}`;
  const step = row ? await stepOf(context, row.secret, deps.now()) : null;
  if (row && step !== null && step <= row.last_step) throw codeUsed();
}

const codeUsed = (): APIError => refusal('CODE_USED', 'This code has been used');
const refusal = (code: string, message: string): APIError => new APIError('UNAUTHORIZED', { code, message });

/** The lifetime of one code, in seconds. */
const PERIOD = 30;
/**
 * The library accepts the previous and the next step. One more on each side covers the time between its check and this
 * one.
 */
const WINDOW = 2;

/** Returns the time step of a code, or null when it matches none near now. */
async function stepOf(context: NonNullable<Context>, sealed: string, now: Date): Promise<number | null> {
  const key = context.context.secretConfig;
  const secret = Secret.fromUTF8(await symmetricDecrypt({ key, data: sealed }));
  const token = String((context.body as { code?: unknown }).code ?? '');
  const timestamp = now.getTime();
  const delta = new TOTP({ secret, period: PERIOD }).validate({ token, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta;
}
