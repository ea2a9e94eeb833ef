import { ENGLISH, individual, REQUIREMENT_CODES, say, storedMessage } from '@gatehouse/domain';
import { describe, expect, test } from 'vitest';
import { completeProfile, questionAbout } from '../question.testing.ts';
import { profileProvider } from './provider.ts';

async function ask(change: Record<string, unknown>, today = '2026-11-21') {
  // A snapshot is read back from storage, so a test may put anything in it.
  const profile = { ...completeProfile, ...change };
  const answer = await profileProvider.ask(questionAbout({ profile }, { today }));
  if (answer.kind !== 'verdict') throw new Error('The profile check answers at once.');
  return answer;
}
const address = { line1: '1 Example Street', city: 'London', postalCode: 'N1 1AA', country: 'GB' };

test('a complete and ordinary profile passes, with evidence for each given field', async () => {
  const answer = await ask({});
  expect(answer).toMatchObject({ verdict: 'PASSED', asks: [] });
  expect(answer.evidence.map((each) => each.type === 'field' && each.field)).toEqual(Object.keys(completeProfile));
  expect(answer.evidence.every(({ ok }) => ok)).toBe(true);
});

describe('a missing field', () => {
  const fields: Readonly<Record<string, { readonly required: boolean }>> = individual.fields;
  test.each(individual.names)('%s', async (field) => {
    const answer = await ask({ [field]: undefined });
    if (!fields[field]?.required) return expect(answer.verdict).toBe('PASSED');
    expect(answer.verdict).toBe('NEEDS_INFORMATION');
    expect(answer.asks).toMatchObject([{ code: 'CLARIFICATION', target: { field } }]);
    expect(answer.evidence.filter(({ ok }) => !ok)).toMatchObject([{ type: 'field', field, problem: 'CLARIFICATION' }]);
  });
});

describe('a field that is not valid', () => {
  test.each([
    ['givenNames', '   '],
    ['givenNames', '123'],
    ['familyName', '\u200B'],
    ['familyName', 'x'.repeat(81)],
    ['birthDate', '1990-02-31'],
    ['birthDate', '2026-11-22'],
    ['birthDate', '1890-01-01'],
    ['phone', '020 7946 0958'],
    ['address', { ...address, country: 'ZZ' }],
    ['address', { line1: '1 Example Street' }],
    ['address', 'London'],
    ['nationality', 'UK'],
    ['nationalId', { country: 'GB', type: 'PASSPORT', number: '1' }],
    ['employment', 'PIRATE'],
    ['expectedVolume', 12],
  ])('%s: %j is asked about', async (field, value) => {
    const answer = await ask({ [field]: value });
    expect(answer.verdict).toBe('NEEDS_INFORMATION');
    expect(answer.asks).toMatchObject([{ code: 'CLARIFICATION', target: { field } }]);
    const [says] = answer.asks[0]?.says ?? [];
    const known = says && storedMessage(says);
    expect(known && say(ENGLISH, known)).toMatch(/^[A-Z].*\.$/);
  });

  test.each([{ line1: 'PO Box 12' }, { line2: 'Postfach 10 01 23' }])(
    'a PO box in %j has its own code',
    async (box) => {
      const answer = await ask({ address: { ...address, ...box } });
      expect(answer.asks).toMatchObject([{ code: 'ADDRESS_PO_BOX', target: { field: 'address' } }]);
      expect(REQUIREMENT_CODES.ADDRESS_PO_BOX.answer).toBe('field');
    },
  );

  test('is requested together with all others', async () => {
    const answer = await ask({ phone: '1', nationality: 'UK', address: { ...address, line1: 'PO Box 1' } });
    expect(answer.asks.map((each) => each.target.field)).toEqual(['phone', 'address', 'nationality']);
  });
});

describe('age', () => {
  test.each([
    ['2008-11-22', 'FAILED'],
    ['2008-11-21', 'PASSED'],
    ['1906-11-21', 'PASSED'],
    ['1905-11-21', 'NEEDS_INFORMATION'],
    ['2026-11-21', 'FAILED'],
  ])('born on %s: %s', async (birthDate, verdict) => {
    expect((await ask({ birthDate })).verdict).toBe(verdict);
  });

  test('is counted on the tenant’s date', async () => {
    expect((await ask({ birthDate: '2008-11-22' }, '2026-11-22')).verdict).toBe('PASSED');
  });

  test('below 18 requests nothing else, because a person decides', async () => {
    const answer = await ask({ birthDate: '2015-01-01', phone: '1' });
    expect(answer).toMatchObject({ verdict: 'FAILED', asks: [] });
    expect(answer.evidence.filter(({ ok }) => !ok)).toMatchObject([
      { problem: 'failed' },
      { problem: 'CLARIFICATION' },
    ]);
  });
});

test('the evidence never repeats the input', async () => {
  const answer = await ask({ givenNames: '4711', birthDate: '1890-01-01', phone: '0815', nationality: 'QQ' });
  expect(JSON.stringify(answer)).not.toMatch(/4711|1890|0815|QQ/);
});

test('asking twice gives the same answer', async () => {
  expect(await ask({ phone: '1' })).toEqual(await ask({ phone: '1' }));
});
