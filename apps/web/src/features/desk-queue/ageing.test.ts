import { describe, expect, it } from 'vitest';
import { ageing } from './ageing.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour)).toISOString();
const word = (now: string, expectedBy: string | null = at(8)) =>
  ageing({ statusChangedAt: at(0), expectedBy }, Date.parse(now))?.word ?? null;

describe('ageing', () => {
  it('shows nothing while there is plenty of time', () => expect(word(at(5))).toBeNull());
  it('shows "Due soon" after three quarters of the time', () => expect(word(at(6))).toBe('Due soon'));
  it('shows "Overdue" after the expected time', () => expect(word(at(8))).toBe('Overdue'));
  it('shows nothing without an expected time', () => expect(word(at(9), null)).toBeNull());
});
