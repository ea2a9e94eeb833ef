import { describe, expect, it } from 'vitest';
import { conflictMessage } from './decision-error.tsx';

const refusal = (data: Parameters<typeof conflictMessage>[0]['data']) => ({
  code: 'ALREADY_DECIDED',
  message: 'Someone else decided meanwhile.',
  hint: 'Read the case again.',
  requestId: 'req_1',
  data,
});
const now = Date.UTC(2026, 10, 21, 10, 0, 12);
const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 10, 0, second)).toISOString();

describe('the message of a conflict', () => {
  it('names who, when and the current status', () =>
    expect(conflictMessage(refusal({ decidedBy: 'Ana', decidedAt: at(0), customerStatus: 'ACTIVE' }), now)).toBe(
      'Ana decided this 12 s ago: it is Active now.',
    ));
  it('names the current status without an actor', () =>
    expect(conflictMessage(refusal({ currentVersion: 4, customerStatus: 'REJECTED' }), now)).toBe(
      'The case has changed since you looked at it: it is Rejected now.',
    ));
  it('falls back to the refusal’s message', () =>
    expect(conflictMessage(refusal({}), now)).toBe('Someone else decided meanwhile.'));
  it('never shows a time in the future', () =>
    expect(conflictMessage(refusal({ decidedBy: 'Ana', decidedAt: at(30) }), now)).toBe('Ana decided this 0 s ago.'));
});
