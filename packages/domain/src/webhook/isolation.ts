import type { TenantTime } from '../time.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/*
 * What keeps one endpoint from delaying another. An endpoint may have only a few deliveries in flight at a time, one that
 * is slow is served by hands of its own, and one that fails again and again is asked by a single probe at a time.
 */

/** How many deliveries of one endpoint are in flight at once, over all workers; the others wait as rows. */
export const IN_FLIGHT = {
  /** It has answered and its last answer was a success. */
  answering: 8,
  /** It succeeds, and takes its time. */
  slow: 4,
  /** It has never answered, or its last attempt failed. */
  unproven: 1,
} as const;

/** An attempt that takes longer makes its endpoint slow, until an attempt takes less. In milliseconds. */
export const SLOW_AFTER = 2 * SECOND;

/** After so many failures in a row the breaker opens. */
export const BREAKER_OPENS_AFTER = 3;
/** The least and the most that an open breaker waits before it lets the next probe through, in milliseconds. */
export const PROBE_WAIT = { least: 5 * SECOND, most: 5 * MINUTE } as const;

/** An open breaker waits as long again as the endpoint has been failing, within bounds: the probes become rarer by themselves. */
export const probeWait = (failingFor: number): number =>
  Math.min(Math.max(failingFor, PROBE_WAIT.least), PROBE_WAIT.most);

/** A breaker is closed while deliveries flow, open while they wait, and half open when the next one is a probe. */
export const BREAKER_STATES = ['CLOSED', 'OPEN', 'HALF_OPEN'] as const;
export type BreakerState = (typeof BREAKER_STATES)[number];

/** @param probeAt when an open breaker lets the next probe through; null while it is closed. */
export function breakerState(probeAt: TenantTime | null, now: TenantTime): BreakerState {
  if (probeAt === null) return 'CLOSED';
  return probeAt > now ? 'OPEN' : 'HALF_OPEN';
}
