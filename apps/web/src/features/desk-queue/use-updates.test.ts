import type { QueueRow } from '@gatehouse/domain';
import { describe, expect, it } from 'vitest';
import { countUpdates } from './use-updates.ts';

const row = (id: string, more: Partial<QueueRow> = {}): QueueRow => ({
  id,
  displayName: 'Ada',
  email: null,
  type: 'INDIVIDUAL',
  mode: 'TEST',
  partnerName: 'Larch Bank',
  customerStatus: 'UNDER_REVIEW',
  statusChangedAt: '2026-11-20T00:00:00.000Z',
  expectedBy: null,
  overdue: false,
  clockOffset: 0,
  assignee: null,
  needsPerson: true,
  secondPerson: false,
  expedited: false,
  round: 0,
  flags: [],
  ...more,
});
const none = new Set<string>();

describe('updates of the queue', () => {
  it('are zero without changes', () => expect(countUpdates([row('a')], [row('a')], none)).toBe(0));
  it('count new, gone and changed rows', () =>
    expect(countUpdates([row('a'), row('b')], [row('b', { round: 1 }), row('c')], none)).toBe(3));
  it('do not count this person’s own changes', () => expect(countUpdates([row('a')], [], new Set(['a']))).toBe(0));
  it('do not count the passing of time', () =>
    expect(countUpdates([row('a')], [row('a', { overdue: true })], none)).toBe(0));
});
