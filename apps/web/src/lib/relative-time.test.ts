import { describe, expect, it } from 'vitest';
import { exactTime, relativeTime, shortAge } from './relative-time.ts';

const now = Date.UTC(2026, 10, 21, 10, 42, 7);
const minutes = (count: number) => count * 60_000;

describe('relative time', () => {
  it.each([
    [0, 'just now'],
    [-59_000, 'just now'],
    [-minutes(1), '1 minute ago'],
    [-minutes(59), '59 minutes ago'],
    [-minutes(60 * 26), '1 day ago'],
    [minutes(60 * 49), 'in 2 days'],
  ])('%i ms from now is "%s"', (offset, sentence) => expect(relativeTime(now + offset, now)).toBe(sentence));

  it.each([
    [0, '<1 min'],
    [minutes(3), '3 min'],
    [minutes(60 * 23), '23 h'],
    [minutes(60 * 24 * 40), '1 mo'],
    [-minutes(5), '<1 min'],
  ])('an age of %i ms is "%s"', (age, sentence) => expect(shortAge(now - age, now)).toBe(sentence));

  it('names its zone', () => expect(exactTime(now)).toBe('21 November 2026 at 10:42:07 UTC'));
});
