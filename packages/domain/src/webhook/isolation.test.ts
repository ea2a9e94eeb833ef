import { expect, test } from 'vitest';
import { later, tenantTime } from '../time.ts';
import { breakerState, PROBE_WAIT, probeWait } from './isolation.ts';

test.each([
  [0, PROBE_WAIT.least],
  [PROBE_WAIT.least - 1, PROBE_WAIT.least],
  [60_000, 60_000],
  [PROBE_WAIT.most + 1, PROBE_WAIT.most],
  [5 * 24 * 3600_000, PROBE_WAIT.most],
])('an endpoint that has failed for %d ms is asked again after %d ms', (failingFor, wait) => {
  expect(probeWait(failingFor)).toBe(wait);
});

test('a breaker is open until the time of its probe, and half open from then on', () => {
  const now = tenantTime('2026-11-21T10:00:00Z');
  expect(breakerState(null, now)).toBe('CLOSED');
  expect(breakerState(later(now, 1), now)).toBe('OPEN');
  expect(breakerState(now, now)).toBe('HALF_OPEN');
});
