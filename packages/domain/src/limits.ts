import type { en } from './messages/en/index.ts';
import { type Message, message } from './messages/message.ts';
import { Refusal } from './refusal.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MEGABYTE = 1024 * 1024;

export type Limit = {
  /** How much may be spent before it is refused: tries, requests or bytes. Of `held` limits, how many at one time. */
  readonly max: number;
  /** After this time the count begins anew, in milliseconds. Of `held` limits, how long one counts without a sign of life. */
  readonly window: number;
  /** What there was too much of, as the refusal says it. */
  readonly what: keyof (typeof en)['refusals']['limits']['what'];
};

/**
 * Every limit, with what it counts by its name: `<what>.<of whom>`. A network is an IPv4 address or the first 64 bits of
 * an IPv6 one. They hold over all processes, because the counts are rows.
 */
export const LIMITS = {
  // One email to an address in five minutes, whoever asks for it: that one email is all that the owner needs.
  'link.address': { max: 1, window: 5 * MINUTE, what: 'linksToAddress' },
  'link.network': { max: 10, window: 10 * MINUTE, what: 'links' },
  'link.tenant': { max: 500, window: HOUR, what: 'linkEmails' },
  // A try counts for the account where it is made: on a device that has signed in before, otherwise on its network.
  // Others' tries elsewhere do not count there, so nobody locks an owner out of their own browser or office.
  'password.here': { max: 10, window: 15 * MINUTE, what: 'tries' },
  'password.network': { max: 40, window: 10 * MINUTE, what: 'tries' },
  // From all places together from which the account has never been signed in to.
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

/** The refusal of a limit that is reached, with how long to wait. @param wait until it is free again, in milliseconds. */
export function limitReached(name: LimitName, wait: number): Refusal {
  const retryAfter = Math.max(1, Math.ceil(wait / 1000));
  const what = message(`refusals.limits.what.${LIMITS[name].what}`);
  return new Refusal('TOO_MANY_REQUESTS', {
    says: message('refusals.limits.message', { what, wait: waitWords(retryAfter) }),
    hint: message('refusals.limits.hint', { header: 'Retry-After' }),
    data: { retryAfter },
  });
}

/** A wait in words: seconds below two minutes, then whole minutes. */
export const waitWords = (seconds: number): Message =>
  seconds < 120
    ? message('refusals.limits.seconds', { seconds })
    : message('refusals.limits.minutes', { minutes: Math.ceil(seconds / 60) });
