import { describe, expect, test } from 'vitest';
import { type CustomerStatus, customerLifecycle } from '../customer/lifecycle.ts';
import { english } from '../messages/english.testing.ts';
import { StaffRole } from '../staff/roles.ts';
import type { DecisionFacts } from './conditions.ts';
import { DECISION_EVENTS, DECISIONS, type DecisionEvent, decisionIssues, decisionOf, demands } from './decisions.ts';
import { confirmRefusal, declineRefusal, offers } from './offers.ts';

const quiet = (status: CustomerStatus): DecisionFacts => ({
  status,
  checksRunning: false,
  checkFailed: false,
  checkAsks: false,
  reversible: true,
  proposal: null,
});
const as = (role: StaffRole) => ({ staffId: 's', role });

/** The actions of each role in each status: `d` decides, `p` proposes; all others are shown as not possible. */
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

describe.each(customerLifecycle.statuses)('in %s', (status) => {
  test.each(['reviewer', 'approver', 'admin'] as const)('a %s is offered', (role) => {
    const actions = offers(quiet(status), as(role));
    expect(actions.map((each) => each.action)).toEqual(DECISION_EVENTS);
    const offered = actions.filter((each) => each.mode !== null);
    expect(Object.fromEntries(offered.map((each) => [each.action, each.mode?.[0]]))).toEqual(OFFERED[status][role]);
  });

  test('an auditor decides and proposes nothing, and is told why', () => {
    for (const action of offers(quiet(status), as('auditor'))) {
      expect(action.mode).toBeNull();
      expect(action.why).not.toBeNull();
    }
  });

  test('a restricted action says why, and a possible one says where it leads', () => {
    for (const role of StaffRole.options)
      for (const action of offers(quiet(status), as(role))) {
        expect(action.why === null, `${role} ${action.action}`).toBe(action.mode === 'decide');
        if (action.mode !== null)
          expect(action.leadsTo).toBe(customerLifecycle.row(status, action.action as 'reject')?.to);
      }
  });
});

test('no role decides alone where two people are required', () => {
  for (const row of customerLifecycle.rows.filter((each) => each.people === 2))
    for (const role of ['reviewer', 'approver', 'admin'] as const) {
      const offered = offers(quiet(row.from), as(role)).find((each) => each.action === row.event);
      expect(offered?.mode, `${role} ${row.event}`).toBe('propose');
      expect(english(offered?.why ?? null)).toContain('two people');
    }
});

const PROPOSAL = { proposedBy: 'somebody' };
test.each([
  ['UNDER_REVIEW', 'approve', { checksRunning: true }, null],
  ['UNDER_REVIEW', 'requestInformation', { checksRunning: true }, null],
  ['UNDER_REVIEW', 'reject', { checksRunning: true, checkFailed: true, proposal: PROPOSAL }, 'decide'],
  ['UNDER_REVIEW', 'approve', { checkFailed: true }, 'propose'],
  ['UNDER_REVIEW', 'approve', { checkFailed: true, proposal: PROPOSAL }, null],
  ['UNDER_REVIEW', 'approve', { proposal: PROPOSAL }, 'decide'],
  ['UNDER_REVIEW', 'requestInformation', { checkFailed: true }, null],
  ['ACTIVE', 'reject', { proposal: PROPOSAL }, null],
  ['DEACTIVATED', 'reactivate', {}, 'propose'],
  ['DEACTIVATED', 'reactivate', { reversible: false }, null],
  ['DEACTIVATED', 'reactivate', { proposal: PROPOSAL }, null],
  ['CREATED', 'approve', { checkFailed: true }, null],
] as const)('in %s, an admin may %s with %o: %s', (status, event, facts, mode) => {
  const offered = offers({ ...quiet(status), ...facts }, as('admin')).find(({ action }) => action === event);
  expect(offered?.mode).toBe(mode);
});

test('a decision has the role of its row in the lifecycle, where people cause the row', () => {
  for (const event of DECISION_EVENTS)
    for (const row of customerLifecycle.rows.filter((each) => each.event === event && each.by !== 'engine'))
      expect(decisionOf(event).role).toBe(row.by);
});

describe('the second person', () => {
  const proposed = (event: DecisionEvent) => ({ event, proposedBy: 's' });
  const other = (role: StaffRole) => ({ staffId: 'other', role });
  const facts = quiet('UNDER_REVIEW');

  test('is another person with the role', () => {
    expect(confirmRefusal(proposed('reject'), facts, as('admin'))?.code).toBe('SAME_PERSON');
    expect(confirmRefusal(proposed('reject'), facts, other('reviewer'))?.code).toBe('NOT_PERMITTED');
    expect(confirmRefusal(proposed('reject'), facts, other('auditor'))?.code).toBe('NOT_PERMITTED');
    expect(confirmRefusal(proposed('reject'), facts, other('approver'))).toBeNull();
    const unheld = confirmRefusal(proposed('deactivate'), quiet('ACTIVE'), other('approver'));
    expect(english(unheld?.why ?? null)).toContain('admin');
  });

  test('waits for the checks, and cannot confirm what the status no longer allows', () => {
    const running = { ...quiet('DEACTIVATED'), checksRunning: true };
    expect(confirmRefusal(proposed('reactivate'), running, other('admin'))?.code).toBe('TRANSITION_NOT_ALLOWED');
    expect(confirmRefusal(proposed('reject'), quiet('CREATED'), other('admin'))?.code).toBe('TRANSITION_NOT_ALLOWED');
  });

  test('declines with the same role, while the proposer can withdraw with any role', () => {
    expect(declineRefusal(proposed('reject'), other('reviewer'))?.code).toBe('NOT_PERMITTED');
    expect(declineRefusal(proposed('reject'), other('approver'))).toBeNull();
    expect(declineRefusal(proposed('reject'), as('reviewer'))).toBeNull();
    expect(declineRefusal(proposed('reject'), as('auditor'))?.code).toBe('NOT_PERMITTED');
  });
});

test.each(DECISION_EVENTS)('the missing fields of %s are named one by one', (event) => {
  const demanded = (Object.keys(DECISIONS[event].fields) as Parameters<typeof demands>[1][]).filter((field) =>
    demands(event, field),
  );
  const issues = decisionIssues({ event });
  expect(issues.map(({ path }) => path)).toEqual(demanded);
  for (const { message } of issues) expect(english(message)).toMatch(/^(Choose|Say|Ask) .+\.$/);
});
