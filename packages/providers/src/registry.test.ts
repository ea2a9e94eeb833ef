import { CHECK_KINDS, type CheckKind, isForPerson, MODES, planChecks, providerOf } from '@gatehouse/domain';
import { expect, test } from 'vitest';
import { automaticProviders } from './registry.ts';

const providers = automaticProviders();
const kinds = Object.keys(CHECK_KINDS) as CheckKind[];

test('every default provider has an adapter', () => {
  const all = { manual: 'ALWAYS', ...Object.fromEntries(kinds.map((kind) => [kind, 'ALWAYS'])) } as const;
  for (const mode of MODES)
    for (const check of planChecks(all, { mode, reviewPolicy: 'ALWAYS', checkProviders: {} }))
      expect(providerOf(providers, check) === null, `${check.kind} in ${mode}`).toBe(isForPerson(check));
});

test('an adapter answers under its own name, and only the kinds that it knows', () => {
  for (const [name, provider] of Object.entries(providers)) expect(provider.name).toBe(name);
  expect(providerOf(providers, { kind: 'identity', provider: 'sandbox' })?.name).toBe('sandbox');
  expect(providerOf(providers, { kind: 'identity', provider: 'document' })).toBeNull();
  expect(providerOf(providers, { kind: 'identity', provider: 'toString' })).toBeNull();
});
