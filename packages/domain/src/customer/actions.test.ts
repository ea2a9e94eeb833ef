import { describe, expect, test } from 'vitest';
import { StaffRole } from '../staff/roles.ts';
import { integratorActions, lockedSentence, staffActions } from './actions.ts';
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
  test.each([
    ['CREATED', 'submit', 'UNDER_REVIEW'],
    ['NEEDS_ADDITIONAL_INFORMATION', 'resubmit', 'UNDER_REVIEW'],
  ] as const)('may in %s update, upload and so %s', (status, event, leadsTo) => {
    expect(integratorActions(status)).toMatchObject([
      { action: 'updateProfile', mode: 'decide', why: '' },
      { action: 'uploadDocuments', mode: 'decide', why: '' },
      { action: event, mode: 'decide', leadsTo, why: 'Happens by itself once nothing is missing.' },
    ]);
  });

  test.each(['UNDER_REVIEW', 'ACTIVE', 'REJECTED', 'DEACTIVATED'] as const)('may in %s do none of it', (status) => {
    for (const action of integratorActions(status))
      expect(action).toMatchObject({ mode: null, leadsTo: null, why: lockedSentence(status) });
    expect(lockedSentence(status)).not.toBe('');
  });
});
