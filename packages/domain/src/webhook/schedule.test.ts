import { describe, expect, test } from 'vitest';
import { afterAttempt, RETRY_AFTER_MAX, RETRY_DELAYS, SLOW_DOWN } from './schedule.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The documented schedule: the wait before each attempt after the first. */
const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
const waitAfter = (attempt: number, status: number | null, random = 0.5, retryAfter?: number) => {
  const next = afterAttempt(attempt, retryAfter === undefined ? { status } : { status, retryAfter }, random);
  return next.kind === 'retry' ? next.wait : next.kind;
};

/** Simulates deliveries to an endpoint that always answers `status`, on the test's own clock. */
function walk(status: number | null, random: number): { attemptsAt: number[]; end: string } {
  const attemptsAt: number[] = [];
  let clock = 0;
  for (let attempt = 1; attempt < 100; attempt += 1) {
    attemptsAt.push(clock);
    const next = afterAttempt(attempt, { status }, random);
    if (next.kind !== 'retry') return { attemptsAt, end: next.kind };
    clock += next.wait;
  }
  return { attemptsAt, end: 'never' };
}

describe('the whole schedule', () => {
  test.each([
    ['in the middle of the jitter', 0.5, 1],
    ['at its lower end', 0, 0.8],
    ['at its upper end', 1, 1.2],
  ])('is walked %s', (_name, random, share) => {
    const { attemptsAt, end } = walk(500, random);
    const waits = attemptsAt.slice(1).map((at, index) => at - (attemptsAt[index] ?? 0));
    expect(waits).toEqual(WAITS.map((wait) => Math.round(wait * share)));
    expect(end).toBe('failed');
  });

  test('has ten attempts over about three days, and a dead letter does not disable the endpoint', () => {
    expect(walk(500, 0.5).attemptsAt).toHaveLength(10);
    expect(walk(500, 0.5).attemptsAt.at(-1)).toBe(WAITS.reduce((sum, wait) => sum + wait, 0));
    expect(afterAttempt(10, { status: 500 }, 0.5)).toEqual({ kind: 'failed', disableEndpoint: false });
  });

  test('stays within 20 % at every attempt, for any random number', () => {
    for (let attempt = 1; attempt <= 9; attempt += 1)
      for (let random = 0; random < 1; random += 0.01) {
        const planned = WAITS[attempt - 1] ?? 0;
        const wait = waitAfter(attempt, 500, random);
        expect(wait).toBeGreaterThanOrEqual(planned * 0.8);
        expect(wait).toBeLessThanOrEqual(planned * 1.2);
      }
  });

  test('is the table that other code reads', () => {
    expect(RETRY_DELAYS).toEqual(WAITS);
  });
});

describe('one attempt', () => {
  test.each([200, 201, 204, 299])('%d is success', (status) => {
    expect(afterAttempt(1, { status }, 0.5)).toEqual({ kind: 'delivered' });
    expect(afterAttempt(10, { status }, 0.5)).toEqual({ kind: 'delivered' });
  });

  test.each([100, 199, 300, 301, 302, 307, 308, 400, 401, 404, 409, 418, 500, 503, null])(
    '%s is tried again after the planned wait',
    (status) => expect(waitAfter(2, status)).toBe(5 * MINUTE),
  );

  test('410 ends the delivery and disables the endpoint', () => {
    for (const attempt of [1, 5, 10])
      expect(afterAttempt(attempt, { status: 410 }, 0.5)).toEqual({ kind: 'failed', disableEndpoint: true });
  });

  test.each([429, 502, 504])('%d can only lengthen the wait', (status) => {
    expect(waitAfter(1, status)).toBe(SLOW_DOWN);
    expect(waitAfter(2, status)).toBe(5 * MINUTE);
  });
});

describe('Retry-After', () => {
  test('is honoured if it is longer than the planned wait', () => {
    expect(waitAfter(1, 503, 0.5, 10 * MINUTE)).toBe(10 * MINUTE);
    expect(waitAfter(1, 429, 0.5, 10 * MINUTE)).toBe(10 * MINUTE);
  });

  test('does not shorten the planned wait', () => {
    expect(waitAfter(3, 503, 0.5, SECOND)).toBe(30 * MINUTE);
    expect(waitAfter(3, 503, 0.5, 0)).toBe(30 * MINUTE);
  });

  test.each([RETRY_AFTER_MAX + 1, 365 * 24 * HOUR, Number.POSITIVE_INFINITY])('of %d is cut to a day', (asked) => {
    expect(waitAfter(1, 503, 0.5, asked)).toBe(24 * HOUR);
  });

  test.each([-HOUR, Number.NaN, Number.NEGATIVE_INFINITY])('of %d counts as none', (asked) => {
    expect(waitAfter(2, 503, 0.5, asked)).toBe(5 * MINUTE);
  });
});
