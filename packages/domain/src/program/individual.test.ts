import { describe, expect, test } from 'vitest';
import { english } from '../messages/english.testing.ts';
import { messageOfIssue } from '../messages/of-issue.ts';
import { individual } from './individual.ts';
import { applyPatch, changedFields, type Profile } from './profile.ts';
import type { KnownProfile } from './programs.ts';

const readData = (profile: unknown) => individual.data.safeParse({ profile });
const readChange = (profile: unknown) => individual.change.safeParse({ profile });
const address = { line1: '1 Example Street', city: 'London', postalCode: 'N1 1AA', country: 'GB' };

test('every field is answered on exactly one page, and no page is empty', () => {
  expect([...individual.names].sort()).toEqual(Object.keys(individual.fields).sort());
  for (const { name, questions } of individual.view.pages) expect(questions, name).not.toEqual([]);
});

describe('what is stored', () => {
  test('may be any subset of the fields', () => {
    expect(readData({}).data?.profile).toEqual({});
    expect(readData({ familyName: 'Specimen' }).data?.profile).toEqual({ familyName: 'Specimen' });
  });

  test.each([
    ['an unknown field', { shoeSize: 44 }],
    ['a field under __proto__', JSON.parse('{"__proto__":{"familyName":"x"},"constructor":1}')],
    ['an unknown part of an address', { address: { ...address, planet: 'Earth' } }],
    ['half an address', { address: { line1: '1 Example Street' } }],
    ['an unknown choice', { employment: 'PIRATE' }],
    ['an impossible date', { birthDate: '1990-02-31' }],
    ['null', { familyName: null }],
  ])('is refused with %s', (_name, value) => {
    expect(readData(value).success).toBe(false);
  });

  test('has a complete national id or none', () => {
    const whole = { country: 'GB', type: 'TAX_ID', number: '12 345' };
    expect(readData({ nationalId: whole }).success).toBe(true);
    for (const part of Object.keys(whole)) {
      const { [part as keyof typeof whole]: _taken, ...rest } = whole;
      expect(readData({ nationalId: rest }).success, part).toBe(false);
    }
  });
});

describe('a change', () => {
  const before: Profile & KnownProfile = { givenNames: 'Ana', familyName: 'Specimen', address };
  const change = (patch: unknown) => applyPatch(before, individual.change.parse({ profile: patch }).profile);
  const changed = (after: Profile) => changedFields(individual.names, before, after);

  test('replaces named fields, empties those that are null, and keeps the rest', () => {
    const after = change({ givenNames: 'Eva', familyName: null });
    expect(after).toEqual({ givenNames: 'Eva', address: before.address });
    expect(changed(after)).toEqual(['givenNames', 'familyName']);
  });

  test('of nothing changes nothing', () => {
    expect(changed(change({}))).toEqual([]);
    expect(changed(change({ givenNames: undefined }))).toEqual([]);
  });

  test('with the same values in another order or spelling changes nothing', () => {
    const { country, ...rest } = address;
    expect(changed(change({ address: { country: country.toLowerCase(), ...rest } }))).toEqual([]);
  });

  test('does not mutate the given profile', () => {
    change({ givenNames: null });
    expect(before.givenNames).toBe('Ana');
  });

  test('is refused with an unknown field', () => {
    expect(readChange({ customerStatus: 'ACTIVE' }).success).toBe(false);
  });
});

describe('an address', () => {
  const issuesOf = (change: object) =>
    readData({ address: { ...address, ...change } }).error?.issues.map((issue) => ({
      path: issue.path.slice(1).join('.'),
      message: english(messageOfIssue(issue, null)),
    }));

  test.each([
    ['line1', { line1: 'PO Box 12' }],
    ['line2', { line2: 'Postfach 10 01 23' }],
  ])('that is a PO box in its %s says so at that line', (line, change) => {
    expect(issuesOf(change)).toEqual([
      { path: `address.${line}`, message: 'Give the address where you live, not a PO box.' },
    ]);
  });

  test('with an invalid postcode for its country reports it at the postcode', () => {
    expect(issuesOf({ postalCode: '12345' })).toEqual([
      { path: 'address.postalCode', message: 'Check the postcode. In this country it looks like SW1A 1AA.' },
    ]);
    expect(issuesOf({ postalCode: '12345', country: 'gb' })).toHaveLength(1);
    expect(issuesOf({ postalCode: '12345', country: 'US' })).toBeUndefined();
    expect(issuesOf({ postalCode: 'none', country: 'AE' })).toBeUndefined();
  });

  test('reports both at once', () => {
    expect(issuesOf({ line1: 'PO Box 12', postalCode: 'none' })).toHaveLength(2);
  });
});
