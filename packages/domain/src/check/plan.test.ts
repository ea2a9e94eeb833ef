import { expect, test } from 'vitest';
import { individual } from '../program/individual.ts';
import { CHECK_KINDS, planChecks } from './plan.ts';

test.each([
  ['TEST', 'WHEN_FLAGGED', ['profile', 'document', 'sandbox']],
  ['TEST', 'ALWAYS', ['profile', 'document', 'sandbox', 'manual']],
  // In LIVE no built-in check can tell who someone is, so a person always looks.
  ['LIVE', 'WHEN_FLAGGED', ['profile', 'document', 'manual']],
  ['LIVE', 'ALWAYS', ['profile', 'document', 'manual']],
] as const)('%s with the policy %s asks %j', (mode, policy, expected) => {
  expect(planChecks(individual.checks, mode, policy)).toEqual(expected);
});

test('every kind of check has words for the desk and for the customer', () => {
  expect(Object.keys(CHECK_KINDS)).toEqual(['profile', 'document', 'sandbox', 'manual']);
  for (const words of Object.values(CHECK_KINDS)) expect(Object.values(words)).not.toContain('');
});
