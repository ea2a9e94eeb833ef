import { describe, expect, test } from 'vitest';
import { enablementLifecycle } from '../enablement/lifecycle.ts';
import { english } from '../messages/english.testing.ts';
import { ACCESS_TABLE, ARCHIVED, accessOf, checkAccess } from './access.ts';
import { CAPABILITIES, customerLifecycle } from './lifecycle.ts';

/** The access table as the specification draws it: a row per capability, a column per status. */
const COLUMNS = ['CREATED', 'UNDER_REVIEW', 'NEEDS_ADDITIONAL_INFORMATION', 'ACTIVE', 'REJECTED', 'DEACTIVATED'];
const TABLE = {
  viewProfile: ['yes', 'yes', 'yes', 'yes', 'no', 'yes'],
  updateProfile: ['yes', 'no', 'yes', 'no', 'no', 'no'],
  uploadDocuments: ['yes', 'no', 'yes', 'no', 'no', 'no'],
  transact: ['no', 'no', 'no', 'yes', 'no', 'no'],
  viewHistory: ['no', 'no', 'no', 'yes', 'no', 'yes'],
};

test('the table has these capabilities and statuses', () => {
  expect(customerLifecycle.statuses).toEqual(COLUMNS);
  expect(CAPABILITIES).toEqual(Object.keys(TABLE));
});

describe.each(customerLifecycle.statuses)('%s', (status) => {
  test.each(CAPABILITIES)('%s', (capability) => {
    const expected = TABLE[capability][COLUMNS.indexOf(status)] === 'yes';
    const answer = checkAccess(status, capability);
    expect(answer.allowed).toBe(expected);
    expect(english(answer.reason)).toContain(customerLifecycle.label(status));
    expect(customerLifecycle.can(status, capability)).toBe(expected);
    expect(ACCESS_TABLE[status].includes(capability)).toBe(expected);
  });
});

describe('an end customer', () => {
  test('has Sandbox from creation until removal, regardless of its statuses', () => {
    for (const status of customerLifecycle.statuses)
      for (const enablement of enablementLifecycle.statuses)
        expect(
          checkAccess(status, 'transact', { enablement: { status: enablement, environment: 'SANDBOX' } }).allowed,
        ).toBe(true);
  });

  test('has Production only when verified and enabled', () => {
    for (const status of customerLifecycle.statuses)
      for (const enablement of enablementLifecycle.statuses) {
        const answer = checkAccess(status, 'transact', {
          enablement: { status: enablement, environment: 'PRODUCTION' },
        });
        expect(answer.allowed, `${status}, ${enablement}`).toBe(status === 'ACTIVE' && enablement === 'ACTIVE');
      }
  });

  test('is told whether the verification or the enablement is missing', () => {
    const enablement = { status: 'PENDING_ENABLEMENT', environment: 'PRODUCTION' } as const;
    const ask = (status: 'ACTIVE' | 'DEACTIVATED') => english(checkAccess(status, 'transact', { enablement }).reason);
    expect(ask('ACTIVE')).toBe('The end customer is not enabled in Production.');
    expect(ask('DEACTIVATED')).toBe('Not allowed while the customer is Deactivated.');
  });
});

test('an archived customer can do nothing, regardless of its status', () => {
  for (const status of customerLifecycle.statuses) {
    expect(accessOf(status, true)).toEqual([]);
    for (const capability of CAPABILITIES)
      expect(checkAccess(status, capability, { archived: true })).toEqual({
        allowed: false,
        reason: ARCHIVED,
      });
  }
});
