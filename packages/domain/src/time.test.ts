import { expect, test } from 'vitest';
import { between, later, onTenantClock, type RealTime, realTime, type TenantTime, tenantTime } from './time.ts';

const now = realTime('2026-11-21T10:00:00Z');
const DAY = 24 * 3600_000;

test('a tenant’s clock is the real one and its offset', () => {
  const theirs = onTenantClock(now, DAY);
  expect(theirs).toEqual(tenantTime('2026-11-22T10:00:00Z'));
  expect(between(later(theirs, -DAY), theirs)).toBe(DAY);
});

test('moments of two clocks are neither assigned nor compared', () => {
  const theirs = onTenantClock(now, DAY);
  // @ts-expect-error The two clocks differ.
  expect(theirs > now).toBe(true);
  // @ts-expect-error The two clocks differ.
  expect(between(theirs, now)).toBe(-DAY);
  // @ts-expect-error A tenant's time is no real time.
  const real: RealTime = theirs;
  // @ts-expect-error A date of which nobody says what clock it is from is none of the two.
  const unknown: TenantTime = new Date(real);
  expect(unknown).toEqual(theirs);
});
