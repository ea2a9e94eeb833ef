import { expect, test } from 'vitest';
import { isAutomatic } from '../lifecycle.ts';
import { enablementLifecycle } from './lifecycle.ts';

/** The target of each event by status. Everything else is refused. */
const LEADS_TO: Record<string, Record<string, string>> = {
  UNDER_REVIEW: { clear: 'PENDING_ENABLEMENT', deny: 'DENIED' },
  PENDING_ENABLEMENT: { enable: 'ACTIVE', deny: 'DENIED' },
  ACTIVE: { deny: 'DENIED' },
  DENIED: { clear: 'PENDING_ENABLEMENT' },
};

test('has the four published statuses and starts in review', () => {
  expect(enablementLifecycle.statuses).toEqual(['UNDER_REVIEW', 'PENDING_ENABLEMENT', 'ACTIVE', 'DENIED']);
  expect(enablementLifecycle.initial).toBe('UNDER_REVIEW');
  expect([...enablementLifecycle.events].sort()).toEqual(['clear', 'deny', 'enable']);
});

const cases = enablementLifecycle.statuses.flatMap((status) =>
  enablementLifecycle.events.map((event) => ({ status, event })),
);
test.each(cases)('$status, $event', ({ status, event }) => {
  const to = LEADS_TO[status]?.[event];
  const allowance = enablementLifecycle.allows(status, event);
  expect(allowance).toMatchObject(to ? { allowed: true, to } : { allowed: false });
});

test('only the partner’s own call reaches ACTIVE, and all other transitions are automatic', () => {
  expect(enablementLifecycle.rows.filter((row) => row.to === 'ACTIVE').map((row) => row.by)).toEqual(['partner']);
  expect(enablementLifecycle.rows.filter((row) => !isAutomatic(row)).map((row) => row.event)).toEqual(['enable']);
});

test('the published rows are these, and the others are marked as derived', () => {
  const seed = enablementLifecycle.rows.filter((row) => row.source === 'seed');
  expect(seed.map((row) => `${row.from} ${row.event} ${row.to}`)).toEqual([
    'UNDER_REVIEW clear PENDING_ENABLEMENT',
    'UNDER_REVIEW deny DENIED',
    'PENDING_ENABLEMENT enable ACTIVE',
  ]);
});
