import { describe, expect, test } from 'vitest';
import { english } from '../messages/english.testing.ts';
import { ARCHIVED } from './access.ts';
import { integratorActions, possible, whyLocked, whyNotNow } from './actions.ts';
import { type CustomerStatus, customerLifecycle } from './lifecycle.ts';

describe('an app, or the customer', () => {
  const offered = (status: CustomerStatus, archived = false) =>
    new Map(integratorActions(status, archived).map((action) => [action.action, action]));

  test.each([
    ['CREATED', 'submit', 'UNDER_REVIEW'],
    ['NEEDS_ADDITIONAL_INFORMATION', 'resubmit', 'UNDER_REVIEW'],
  ] as const)('may in %s update, upload and so %s', (status, event, leadsTo) => {
    const actions = offered(status);
    for (const action of ['updateProfile', 'uploadDocuments'] as const)
      expect(actions.get(action)).toMatchObject({ mode: 'decide', why: null });
    expect(actions.get(event)).toMatchObject({ mode: 'decide', leadsTo });
    expect(english(actions.get(event)?.why ?? null)).toBe('Happens by itself once nothing is missing.');
  });

  test.each(['UNDER_REVIEW', 'ACTIVE', 'REJECTED', 'DEACTIVATED'] as const)('may in %s change nothing', (status) => {
    for (const action of ['updateProfile', 'uploadDocuments', 'submit'] as const)
      expect(offered(status).get(action)).toMatchObject({ mode: null, leadsTo: null, why: whyLocked(status) });
    expect(whyLocked(status)).not.toBeNull();
  });

  test.each([
    ['UNDER_REVIEW', ['viewProfile']],
    ['ACTIVE', ['viewProfile', 'transact', 'viewHistory']],
    ['REJECTED', []],
    ['DEACTIVATED', ['viewProfile', 'viewHistory']],
  ] as const)('is told in %s what stays possible', (status, expected) => {
    expect(possible(integratorActions(status))).toEqual(expected);
  });

  test('is told in which statuses an event is possible', () => {
    expect(english(whyNotNow('ACTIVE', 'submit'))).toBe('Only possible while Created; this is Active.');
    expect(english(whyNotNow('CREATED', 'reject'))).toBe(
      'Only possible while Needs information, Active or Under review; this is Created.',
    );
  });

  test.each(customerLifecycle.statuses)('may do nothing once archived, regardless of what %s allows', (status) => {
    for (const action of integratorActions(status, true)) expect(action).toMatchObject({ mode: null, leadsTo: null });
    expect(new Set(integratorActions(status, true).map((action) => action.why))).toEqual(new Set([ARCHIVED]));
  });
});
