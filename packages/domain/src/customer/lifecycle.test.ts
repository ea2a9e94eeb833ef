import { describe, expect, test } from 'vitest';
import { isAutomatic } from '../lifecycle.ts';
import { customerLifecycle } from './lifecycle.ts';
import { SEED_ROWS, SEED_STATUSES } from './seed-rows.ts';

/** The target of each event by status, written out by hand. Everything else is refused. */
const LEADS_TO: Record<string, Record<string, string>> = {
  CREATED: { submit: 'UNDER_REVIEW' },
  UNDER_REVIEW: { approve: 'ACTIVE', requestInformation: 'NEEDS_ADDITIONAL_INFORMATION', reject: 'REJECTED' },
  NEEDS_ADDITIONAL_INFORMATION: { resubmit: 'UNDER_REVIEW', reject: 'REJECTED' },
  ACTIVE: { deactivate: 'DEACTIVATED', reject: 'REJECTED' },
  REJECTED: { reopen: 'NEEDS_ADDITIONAL_INFORMATION' },
  DEACTIVATED: { reactivate: 'ACTIVE' },
};
const EVENTS = [
  'submit',
  'approve',
  'requestInformation',
  'resubmit',
  'reject',
  'deactivate',
  'reopen',
  'reactivate',
] as const;

describe('the published specification', () => {
  const seedRows = customerLifecycle.rows.filter((row) => row.source === 'seed');

  test('has seven rows, and the declaration marks exactly those as its own', () => {
    expect(SEED_ROWS).toHaveLength(7);
    expect(seedRows).toHaveLength(7);
  });

  test.each(SEED_ROWS.map((row, index) => ({ row, index })))('row $index: $row.from to $row.to', ({ row, index }) => {
    const declared = seedRows[index];
    expect(declared).toMatchObject({ from: row.from, to: row.to, trigger: row.ours });
    expect(declared && isAutomatic(declared)).toBe(row.automatic === 'Yes');
  });

  test('names six statuses, in this order, with this right to update', () => {
    const named: readonly string[] = SEED_STATUSES.map((each) => each.status);
    expect(customerLifecycle.statuses.filter((status) => named.includes(status))).toEqual(named);
    for (const { status, canUpdate } of SEED_STATUSES)
      expect(customerLifecycle.can(status, 'updateProfile'), status).toBe(canUpdate === 'Yes');
  });

  test('has no way back to CREATED, although its diagram draws one', () => {
    expect(customerLifecycle.rows.filter((row) => row.to === customerLifecycle.initial)).toEqual([]);
  });
});

describe('every status against every event', () => {
  test('knows exactly these statuses and events', () => {
    expect([...customerLifecycle.statuses].sort()).toEqual(Object.keys(LEADS_TO).sort());
    expect([...customerLifecycle.events].sort()).toEqual([...EVENTS].sort());
  });

  const cases = customerLifecycle.statuses.flatMap((status) => EVENTS.map((event) => ({ status, event })));
  test.each(cases)('$status, $event', ({ status, event }) => {
    const to = LEADS_TO[status]?.[event];
    const allowance = customerLifecycle.allows(status, event);
    if (to) expect(allowance).toEqual({ allowed: true, to });
    else expect(allowance).toMatchObject({ allowed: false, onlyFrom: expect.not.arrayContaining([status]) });
    expect(customerLifecycle.row(status, event) === undefined).toBe(to === undefined);
  });
});

/** The actor of each transition and the number of people required, from the model's table. */
const BY = {
  'CREATED submit': 'engine 1',
  'UNDER_REVIEW approve': 'engine 1',
  'UNDER_REVIEW requestInformation': 'engine 1',
  'NEEDS_ADDITIONAL_INFORMATION resubmit': 'engine 1',
  'NEEDS_ADDITIONAL_INFORMATION reject': 'approver 1',
  'ACTIVE deactivate': 'admin 1',
  'ACTIVE reject': 'approver 2',
  'UNDER_REVIEW reject': 'approver 1',
  'REJECTED reopen': 'approver 2',
  'DEACTIVATED reactivate': 'admin 2',
};

test('each transition requires these people', () => {
  const declared = customerLifecycle.rows.map((row) => [`${row.from} ${row.event}`, `${row.by} ${row.people}`]);
  expect(Object.fromEntries(declared)).toEqual(BY);
  expect(declared).toHaveLength(10);
});

test('the engine never rejects, deactivates or releases by itself', () => {
  const automatic = customerLifecycle.rows.filter(isAutomatic).map((row) => row.event);
  expect(automatic).toEqual(['submit', 'approve', 'requestInformation', 'resubmit']);
});
