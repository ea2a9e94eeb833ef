import type { en } from './messages/en/index.ts';
import { type Message, message } from './messages/message.ts';
import { Refusal } from './refusal.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MEGABYTE = 1024 * 1024;

export type Limit = {
  /** The maximum before refusal: attempts, requests or bytes. For `held` limits, the number at one time. */
  readonly max: number;
  /**
   * The window after which the count starts again, in milliseconds. For `held` limits, how long one counts without a
   * heartbeat.
   */
  readonly window: number;
  /** The noun of what was exceeded, for the refusal. */
  readonly what: keyof (typeof en)['refusals']['limits']['what'];
};

/**
 * Every limit. Its name says what it counts: `<what>.<of whom>`. A network is an IPv4 address or the first 64 bits of
 * an IPv6 one. Limits hold across all processes, because the counts are rows.
 */
export const LIMITS = {
  // One email to an address in five minutes, from any caller: one email is all that the owner needs.
  'link.address': { max: 1, window: 5 * MINUTE, what: 'linksToAddress' },
  'link.network': { max: 10, window: 10 * MINUTE, what: 'links' },
  'link.tenant': { max: 500, window: HOUR, what: 'linkEmails' },
  // An attempt counts for the account by its device if that has signed in before, otherwise by its network. Attempts
  // from elsewhere do not count there, so strangers cannot lock an owner out of their own browser or office.
  'password.here': { max: 10, window: 15 * MINUTE, what: 'tries' },
  'password.network': { max: 40, window: 10 * MINUTE, what: 'tries' },
  // All places together from which the account was never signed in to.
  'password.elsewhere': { max: 60, window: HOUR, what: 'tries' },
  'code.here': { max: 10, window: 15 * MINUTE, what: 'tries' },
  'code.network': { max: 40, window: 10 * MINUTE, what: 'tries' },
  'code.elsewhere': { max: 30, window: HOUR, what: 'tries' },
  'handOver.customer': { max: 20, window: HOUR, what: 'handOvers' },
  'document.customer': { max: 200, window: HOUR, what: 'documents' },
  'upload.customer': { max: 200, window: HOUR, what: 'uploads' },
  'uploadBytes.customer': { max: 500 * MEGABYTE, window: HOUR, what: 'uploadBytes' },
  'stream.session': { max: 20, window: 2 * MINUTE, what: 'openPages' },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/** The refusal of a reached limit. @param wait the time until it is free again, in milliseconds. */
export function limitReached(name: LimitName, wait: number): Refusal {
  const retryAfter = Math.max(1, Math.ceil(wait / 1000));
  const what = message(`refusals.limits.what.${LIMITS[name].what}`);
  return new Refusal('TOO_MANY_REQUESTS', {
    says: message('refusals.limits.message', { what, wait: waitMessage(retryAfter) }),
    hint: message('refusals.limits.hint', { header: 'Retry-After' }),
    data: { retryAfter },
  });
}

/** A wait as text: seconds below two minutes, then whole minutes. */
export const waitMessage = (seconds: number): Message =>
  seconds < 120
    ? message('refusals.limits.seconds', { seconds })
    : message('refusals.limits.minutes', { minutes: Math.ceil(seconds / 60) });
