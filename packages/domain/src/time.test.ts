import { expect, test } from 'vitest';
import { between, later, onTenantClock, type RealTime, realTime, type TenantTime, tenantTime } from './time.ts';

const now = realTime('2026-11-21T10:00:00Z');
const DAY = 24 * 3600_000;

test('a tenant’s clock is the real one plus its offset', () => {
  const theirs = onTenantClock(now, DAY);
  expect(theirs).toEqual(tenantTime('2026-11-22T10:00:00Z'));
  expect(between(later(theirs, -DAY), theirs)).toBe(DAY);
});

test('moments of two clocks cannot be assigned or compared', () => {
  const theirs = onTenantClock(now, DAY);
  // @ts-expect-error The two clocks differ.
  expect(theirs > now).toBe(true);
  // @ts-expect-error The two clocks differ.
  expect(between(theirs, now)).toBe(-DAY);
  // @ts-expect-error A tenant's time is not a real time.
  const real: RealTime = theirs;
  // @ts-expect-error A date without a clock is neither of the two.
  const unknown: TenantTime = new Date(real);
  expect(unknown).toEqual(theirs);
});
