import { CHECK_KINDS } from '@gatehouse/domain';
import { expect, test } from 'vitest';
import { automaticProviders } from './registry.ts';

test('every kind of check has an adapter under its own name, except the one that a person answers', () => {
  const providers = automaticProviders();
  expect([...Object.keys(providers), 'manual'].sort()).toEqual(Object.keys(CHECK_KINDS).sort());
  for (const [kind, provider] of Object.entries(providers)) expect(provider.name).toBe(kind);
});
