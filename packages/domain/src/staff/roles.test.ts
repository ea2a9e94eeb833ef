import { describe, expect, test } from 'vitest';
import { holds, mayDecide, mayPropose, StaffRole } from './roles.ts';

/** Which rows each role may decide by itself; nobody's role stands in for the engine or for the partner's app. */
const DECIDES = { auditor: [], reviewer: [], approver: ['approver'], admin: ['approver', 'admin'] };

describe.each(StaffRole.options)('%s', (role) => {
  test.each(['engine', 'approver', 'admin', 'partner'] as const)('decides rows by %s', (by) => {
    expect(mayDecide(role, by)).toBe((DECIDES[role] as string[]).includes(by));
  });

  test('proposes, unless it only reads', () => {
    expect(mayPropose(role)).toBe(role !== 'auditor');
  });

  test('holds itself', () => {
    expect(holds(role, role)).toBe(true);
  });
});

test('a higher role holds every lower one, and no higher one', () => {
  const order = ['auditor', 'reviewer', 'approver', 'admin'] as const;
  for (const [rank, role] of order.entries())
    for (const [needed, other] of order.entries()) expect(holds(role, other), `${role} ${other}`).toBe(rank >= needed);
});
