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
 * Judges a session before it is opened, which is after the library has judged password and code: nobody who is disabled
 * gets one, and a code that was used is used up. It says of each session whether a code opened it, and keeps neither the
 * browser nor the address.
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
 * Refuses a code that was used before the library judges it, because judging it right uses up the challenge: so the next
 * code answers the same one. Of two uses at once only taking the code decides.
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

/** Seconds that one code lives. */
const PERIOD = 30;
/** The library accepts the step before and after. One more on each side covers the moments between its look and this one. */
const WINDOW = 2;

/** The time step that a code belongs to, or null when it belongs to none near now. */
async function stepOf(context: NonNullable<Context>, sealed: string, now: Date): Promise<number | null> {
  const key = context.context.secretConfig;
  const secret = Secret.fromUTF8(await symmetricDecrypt({ key, data: sealed }));
  const token = String((context.body as { code?: unknown }).code ?? '');
  const timestamp = now.getTime();
  const delta = new TOTP({ secret, period: PERIOD }).validate({ token, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta;
}
