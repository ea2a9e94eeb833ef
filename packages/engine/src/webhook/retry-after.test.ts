import { realTime } from '@gatehouse/domain';
import { expect, test } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const now = realTime('2026-11-21T10:00:00Z');

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
  ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
  [undefined, undefined],
  ['', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['1e9', undefined],
  ['99999999999999', undefined],
  ['soon', undefined],
  ['2026-11-21T10:00:30Z', undefined],
  ['Sat, 99 Nov 2026 10:00:30 GMT', undefined],
])('reads %j as %j ms', (header, expected) => {
  expect(parseRetryAfter(header, now)).toBe(expected);
});
