const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The wait before each attempt after the first, in milliseconds. After the last one fails, the delivery is a dead letter. */
export const RETRY_DELAYS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** Each wait is stretched or shortened by up to this share, so that endpoints which failed together do not return together. */
const RETRY_JITTER = 0.2;
/** An attempt ends after this time, in milliseconds. */
export const ATTEMPT_TIMEOUT = 20 * SECOND;
/** `Retry-After` is honoured up to this long, in milliseconds. */
export const RETRY_AFTER_MAX = 24 * HOUR;
/** Without success for this long, an endpoint is disabled and its owner is told. */
export const DISABLE_AFTER = 5 * 24 * HOUR;
/** After a rotation the old secret signs along for this long. */
export const SECRET_OVERLAP = 24 * HOUR;
/** How much of an endpoint's answer is kept, in bytes. */
export const ANSWER_KEPT = 4 * 1024;
/** Statuses that ask us to slow down: the wait is at least `SLOW_DOWN`. */
export const SLOW_STATUSES: readonly number[] = [429, 502, 504];
export const SLOW_DOWN = MINUTE;

/** What one attempt came to. `status` is null when there was no answer at all; `retryAfter` is in milliseconds. */
export type AttemptResult = { readonly status: number | null; readonly retryAfter?: number };

export type NextStep =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly wait: number }
  | { readonly kind: 'failed'; readonly disableEndpoint: boolean };

/**
 * What follows attempt number `attempt` (from 1), as the Standard Webhooks specification has it: 2xx is success, 410
 * disables the endpoint, all else is tried again. `random` is between 0 and 1 and decides the jitter. A `retryAfter` that is
 * no number, because the header was not one, counts as none.
 */
export function afterAttempt(attempt: number, result: AttemptResult, random: number): NextStep {
  if (result.status !== null && result.status >= 200 && result.status < 300) return { kind: 'delivered' };
  if (result.status === 410) return { kind: 'failed', disableEndpoint: true };
  const planned = RETRY_DELAYS[attempt - 1];
  if (planned === undefined) return { kind: 'failed', disableEndpoint: false };
  const jittered = planned * (1 + RETRY_JITTER * (2 * random - 1));
  const asked = Math.min(result.retryAfter || 0, RETRY_AFTER_MAX);
  const slow = result.status !== null && SLOW_STATUSES.includes(result.status) ? SLOW_DOWN : 0;
  return { kind: 'retry', wait: Math.round(Math.max(jittered, asked, slow)) };
}
