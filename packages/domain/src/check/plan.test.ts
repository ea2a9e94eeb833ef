import { describe, expect, test } from 'vitest';
import { individual } from '../program/individual.ts';
import { CHECK_KINDS, type CheckKind, isForPerson } from './kinds.ts';
import { type CheckProviders, type Policy, planChecks } from './plan.ts';

const plan = ({ mode, reviewPolicy = 'WHEN_FLAGGED', checkProviders = {} }: Partial<Policy> & Pick<Policy, 'mode'>) =>
  planChecks(individual.checks, { mode, reviewPolicy, checkProviders });

test.each([
  ['TEST', 'WHEN_FLAGGED', ['profile', 'document', 'identity']],
  ['TEST', 'ALWAYS', ['profile', 'document', 'identity', 'manual']],
  // No built-in check verifies an identity in LIVE, so a person always looks.
  ['LIVE', 'WHEN_FLAGGED', ['profile', 'document', 'manual']],
  ['LIVE', 'ALWAYS', ['profile', 'document', 'manual']],
] as const)('%s with the policy %s asks %j', (mode, reviewPolicy, expected) => {
  expect(plan({ mode, reviewPolicy }).map(({ kind }) => kind)).toEqual(expected);
});

describe('the provider of a check', () => {
  const providers = (mode: 'TEST' | 'LIVE', checkProviders: CheckProviders) =>
    Object.fromEntries(plan({ mode, checkProviders }).map(({ kind, provider }) => [kind, provider]));
  const live = { profile: 'profile', document: 'document', manual: 'manual' };

  test('is the kind’s default for the mode without configuration', () => {
    expect(providers('TEST', {})).toEqual({ profile: 'profile', document: 'document', identity: 'sandbox' });
    expect(providers('LIVE', {})).toEqual(live);
  });

  test('is the configured one, which adds the kind to LIVE plans', () => {
    expect(providers('LIVE', { identity: 'acme' })).toEqual({ ...live, identity: 'acme' });
    expect(providers('TEST', { identity: 'acme', document: 'reader' })).toEqual({
      profile: 'profile',
      document: 'reader',
      identity: 'acme',
    });
  });

  test('is a person for a manual check, regardless of configuration', () => {
    expect(providers('LIVE', { manual: 'acme' })).toEqual(live);
  });
});

test('every kind of check has labels for the desk and the customer, and one is manual', () => {
  const kinds = Object.keys(CHECK_KINDS) as CheckKind[];
  expect(kinds).toEqual(['profile', 'document', 'identity', 'manual']);
  for (const words of Object.values(CHECK_KINDS)) expect(Object.values(words)).not.toContain('');
  expect(kinds.filter((kind) => isForPerson({ kind }))).toEqual(['manual']);
});
