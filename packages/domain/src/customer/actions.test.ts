import { describe, expect, test } from 'vitest';
import { StaffRole } from '../staff/roles.ts';
import { ARCHIVED_SENTENCE } from './access.ts';
import { integratorActions, lockedSentence, possible, staffActions } from './actions.ts';
import { type CustomerStatus, customerLifecycle } from './lifecycle.ts';

const as = (role: StaffRole) => ({ kind: 'staff', staffId: 's', name: 'Someone', role }) as const;

/** What each role is offered in each status: `d` decides, `p` proposes; what is not named is shown and not possible. */
const OFFERED: Record<CustomerStatus, Record<'reviewer' | 'approver' | 'admin', Record<string, 'd' | 'p'>>> = {
  CREATED: { reviewer: {}, approver: {}, admin: {} },
  UNDER_REVIEW: {
    reviewer: { approve: 'p', requestInformation: 'd', reject: 'p' },
    approver: { approve: 'd', requestInformation: 'd', reject: 'd' },
    admin: { approve: 'd', requestInformation: 'd', reject: 'd' },
  },
  NEEDS_ADDITIONAL_INFORMATION: { reviewer: { reject: 'p' }, approver: { reject: 'd' }, admin: { reject: 'd' } },
  ACTIVE: {
    reviewer: { deactivate: 'p', reject: 'p' },
    approver: { deactivate: 'p', reject: 'p' },
    admin: { deactivate: 'd', reject: 'p' },
  },
  REJECTED: { reviewer: { reopen: 'p' }, approver: { reopen: 'p' }, admin: { reopen: 'p' } },
  DEACTIVATED: { reviewer: { reactivate: 'p' }, approver: { reactivate: 'p' }, admin: { reactivate: 'p' } },
};
const SHOWN = ['approve', 'requestInformation', 'reject', 'deactivate', 'reopen', 'reactivate'];

describe.each(customerLifecycle.statuses)('in %s', (status) => {
  test.each(['reviewer', 'approver', 'admin'] as const)('a %s is offered', (role) => {
    const actions = staffActions(status, as(role));
    expect(actions.map((each) => each.action)).toEqual(SHOWN);
    const offered = actions.filter((each) => each.mode !== null);
    expect(Object.fromEntries(offered.map((each) => [each.action, each.mode?.[0]]))).toEqual(OFFERED[status][role]);
  });

  test('an auditor decides and proposes nothing, and is told why', () => {
    for (const action of staffActions(status, as('auditor'))) {
      expect(action.mode).toBeNull();
      expect(action.why).not.toBe('');
    }
  });

  test('what is not simply possible says why, and what is possible says where it leads', () => {
    for (const role of StaffRole.options)
      for (const action of staffActions(status, as(role))) {
        expect(action.why === '', `${role} ${action.action}`).toBe(action.mode === 'decide');
        if (action.mode !== null)
          expect(action.leadsTo).toBe(customerLifecycle.row(status, action.action as 'reject')?.to);
      }
  });
});

test('no role decides alone where a row takes two people', () => {
  for (const row of customerLifecycle.rows.filter((each) => each.people === 2))
    for (const role of ['reviewer', 'approver', 'admin'] as const) {
      const offered = staffActions(row.from, as(role)).find((each) => each.action === row.event);
      expect(offered?.mode, `${role} ${row.event}`).toBe('propose');
      expect(offered?.why).toContain('two people');
    }
});

describe('an app, or the customer', () => {
  const offered = (status: CustomerStatus, archived = false) =>
    new Map(integratorActions(status, archived).map((action) => [action.action, action]));

  test.each([
    ['CREATED', 'submit', 'UNDER_REVIEW'],
    ['NEEDS_ADDITIONAL_INFORMATION', 'resubmit', 'UNDER_REVIEW'],
  ] as const)('may in %s update, upload and so %s', (status, event, leadsTo) => {
    const actions = offered(status);
    for (const action of ['updateProfile', 'uploadDocuments'] as const)
      expect(actions.get(action)).toMatchObject({ mode: 'decide', why: '' });
    expect(actions.get(event)).toMatchObject({
      mode: 'decide',
      leadsTo,
      why: 'Happens by itself once nothing is missing.',
    });
  });

  test.each(['UNDER_REVIEW', 'ACTIVE', 'REJECTED', 'DEACTIVATED'] as const)('may in %s change nothing', (status) => {
    for (const action of ['updateProfile', 'uploadDocuments', 'submit'] as const)
      expect(offered(status).get(action)).toMatchObject({ mode: null, leadsTo: null, why: lockedSentence(status) });
    expect(lockedSentence(status)).not.toBe('');
  });

  test.each([
    ['UNDER_REVIEW', ['viewProfile']],
    ['ACTIVE', ['viewProfile', 'transact', 'viewHistory']],
    ['REJECTED', []],
    ['DEACTIVATED', ['viewProfile', 'viewHistory']],
  ] as const)('is told in %s what stays possible', (status, expected) => {
    expect(possible(integratorActions(status))).toEqual(expected);
  });

  test.each(customerLifecycle.statuses)('may do nothing once archived, whatever the status %s allows', (status) => {
    for (const action of integratorActions(status, true)) expect(action).toMatchObject({ mode: null, leadsTo: null });
    expect(new Set(integratorActions(status, true).map((action) => action.why))).toEqual(new Set([ARCHIVED_SENTENCE]));
  });
});
