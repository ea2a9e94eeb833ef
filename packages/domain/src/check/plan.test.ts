import { describe, expect, test } from 'vitest';
import { individual } from '../program/individual.ts';
import { CHECK_KINDS, type CheckKind, isForPerson } from './kinds.ts';
import { type CheckProviders, type Policy, planChecks } from './plan.ts';

const plan = ({ mode, reviewPolicy = 'WHEN_FLAGGED', checkProviders = {} }: Partial<Policy> & Pick<Policy, 'mode'>) =>
  planChecks(individual.checks, { mode, reviewPolicy, checkProviders });

test.each([
  ['TEST', 'WHEN_FLAGGED', ['profile', 'document', 'identity']],
  ['TEST', 'ALWAYS', ['profile', 'document', 'identity', 'manual']],
  // In LIVE no built-in check can tell who someone is, so a person always looks.
  ['LIVE', 'WHEN_FLAGGED', ['profile', 'document', 'manual']],
  ['LIVE', 'ALWAYS', ['profile', 'document', 'manual']],
] as const)('%s with the policy %s asks %j', (mode, reviewPolicy, expected) => {
  expect(plan({ mode, reviewPolicy }).map(({ kind }) => kind)).toEqual(expected);
});

describe('who answers', () => {
  const providers = (mode: 'TEST' | 'LIVE', checkProviders: CheckProviders) =>
    Object.fromEntries(plan({ mode, checkProviders }).map(({ kind, provider }) => [kind, provider]));
  const live = { profile: 'profile', document: 'document', manual: 'manual' };

  test('is what the kind declares for the mode, until something is configured', () => {
    expect(providers('TEST', {})).toEqual({ profile: 'profile', document: 'document', identity: 'sandbox' });
    expect(providers('LIVE', {})).toEqual(live);
  });

  test('is whom the tenant configured, and then the kind is asked in LIVE too', () => {
    expect(providers('LIVE', { identity: 'acme' })).toEqual({ ...live, identity: 'acme' });
    expect(providers('TEST', { identity: 'acme', document: 'reader' })).toEqual({
      profile: 'profile',
      document: 'reader',
      identity: 'acme',
    });
  });

  test('is a person where a person is asked, whatever is configured', () => {
    expect(providers('LIVE', { manual: 'acme' })).toEqual(live);
  });
});

test('every kind of check has words for the desk and for the customer, and one is for a person', () => {
  const kinds = Object.keys(CHECK_KINDS) as CheckKind[];
  expect(kinds).toEqual(['profile', 'document', 'identity', 'manual']);
  for (const words of Object.values(CHECK_KINDS)) expect(Object.values(words)).not.toContain('');
  expect(kinds.filter((kind) => isForPerson({ kind }))).toEqual(['manual']);
});
