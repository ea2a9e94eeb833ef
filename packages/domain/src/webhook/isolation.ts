import type { TenantTime } from '../time.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/*
 * Isolation keeps one endpoint from delaying another. An endpoint has only a few deliveries in flight at a time, slow
 * endpoints have their own workers, and a failing one gets a single probe at a time.
 */

/** The maximum of concurrent deliveries to one endpoint, across all workers; the others wait as rows. */
export const IN_FLIGHT = {
  /** Its last answer was a success. */
  answering: 8,
  /** It succeeds slowly. */
  slow: 4,
  /** It has never answered, or its last attempt failed. */
  unproven: 1,
} as const;

/** An endpoint is slow while its last attempt took longer than this, in milliseconds. */
export const SLOW_AFTER = 2 * SECOND;

/** The number of consecutive failures that opens the breaker. */
export const BREAKER_OPENS_AFTER = 3;
/** The minimum and maximum wait of an open breaker before the next probe, in milliseconds. */
export const PROBE_WAIT = { least: 5 * SECOND, most: 5 * MINUTE } as const;

/**
 * The wait of an open breaker equals the time that the endpoint has been failing, within bounds, so probes become
 * rarer.
 */
export const probeWait = (failingFor: number): number =>
  Math.min(Math.max(failingFor, PROBE_WAIT.least), PROBE_WAIT.most);

/** A breaker is closed while deliveries flow, open while they wait, and half open when the next one is a probe. */
export const BREAKER_STATES = ['CLOSED', 'OPEN', 'HALF_OPEN'] as const;
export type BreakerState = (typeof BREAKER_STATES)[number];

/** @param probeAt the time of an open breaker's next probe; null while it is closed. */
export function breakerState(probeAt: TenantTime | null, now: TenantTime): BreakerState {
  if (probeAt === null) return 'CLOSED';
  return probeAt > now ? 'OPEN' : 'HALF_OPEN';
}
