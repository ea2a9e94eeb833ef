const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * The wait before each attempt after the first, in milliseconds. A delivery whose last attempt fails is a dead letter.
 */
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

/** The jitter of each wait, as a fraction, so that endpoints that failed together are not retried together. */
const RETRY_JITTER = 0.2;
/** The timeout of an attempt, in milliseconds. */
export const ATTEMPT_TIMEOUT = 20 * SECOND;
/** The maximum of `Retry-After` that is honoured, in milliseconds. */
export const RETRY_AFTER_MAX = 24 * HOUR;
/** An endpoint without success for this long is disabled and its owner is told. */
export const DISABLE_AFTER = 5 * 24 * HOUR;
/** How long the old secret also signs after a rotation. */
export const SECRET_OVERLAP = 24 * HOUR;
/** The number of bytes kept of an endpoint's answer. */
export const ANSWER_KEPT = 4 * 1024;
/** Statuses that ask us to slow down: the wait is at least `SLOW_DOWN`. */
export const SLOW_STATUSES: readonly number[] = [429, 502, 504];
export const SLOW_DOWN = MINUTE;

/** The result of one attempt. `status` is null without an answer; `retryAfter` is in milliseconds. */
export type AttemptResult = { readonly status: number | null; readonly retryAfter?: number };

export type NextStep =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly wait: number }
  | { readonly kind: 'failed'; readonly disableEndpoint: boolean };

/**
 * The next step after attempt number `attempt` (from 1), by the Standard Webhooks specification: 2xx is success, 410
 * disables the endpoint, all else is retried. `random` is between 0 and 1 and decides the jitter. A `retryAfter` that
 * is not a number is ignored.
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
