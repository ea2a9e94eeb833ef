import { describe, expect, test } from 'vitest';
import { holds, mayPropose, StaffRole } from './roles.ts';

describe.each(StaffRole.options)('%s', (role) => {
  test('proposes, unless it is read-only', () => {
    expect(mayPropose(role)).toBe(role !== 'auditor');
  });

  test('includes itself', () => {
    expect(holds(role, role)).toBe(true);
  });
});

test('a role includes every lower one, and no higher one', () => {
  const order = ['auditor', 'reviewer', 'approver', 'admin'] as const;
  for (const [rank, role] of order.entries())
    for (const [needed, other] of order.entries()) expect(holds(role, other), `${role} ${other}`).toBe(rank >= needed);
});
