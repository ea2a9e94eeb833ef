import { type DocumentKind, type Question, SANDBOX_VALUES } from '@gatehouse/domain';
import { describe, expect, test } from 'vitest';
import { completeProfile, documentFact, questionAbout } from '../question.testing.ts';
import { SLOW_ANSWER_AFTER, sandboxProvider } from './provider.ts';

const REFERENCE = '01a1fbf4-7b2e-7882-a60a-44a5baa6d94a';
const STARTED = 0x01a1fbf47b2e;
const question = (familyName: string, more: Partial<Question> = {}, ...kinds: DocumentKind[]) =>
  questionAbout(
    { profile: { ...completeProfile, familyName }, documents: kinds.map((kind) => documentFact(kind)) },
    { kind: 'identity', reference: REFERENCE, ...more },
  );
const ask = (...args: Parameters<typeof question>) => sandboxProvider(() => STARTED).ask(question(...args));

test.each([
  ['Specimen', 'PASSED'],
  ['Flagged', 'FLAGGED'],
  ['FLAGGED', 'FLAGGED'],
  ['failing', 'FAILED'],
  ['Inquire', 'NEEDS_INFORMATION'],
])('%s: %s', async (familyName, verdict) => {
  expect(await ask(familyName)).toMatchObject({ kind: 'verdict', verdict });
});

test('an unreachable vendor throws on every attempt', async () => {
  await expect(ask('Unreachable')).rejects.toThrow('could not be reached');
  await expect(ask('Unreachable', { attempt: 4 })).rejects.toThrow('could not be reached');
});

describe('a vendor that asks for more', () => {
  test('asks for two items at once about the submitted document', async () => {
    expect(await ask('Inquire', {}, 'PROOF_OF_ADDRESS', 'DRIVING_LICENCE')).toMatchObject({
      asks: [
        { code: 'DOCUMENT_BLURRED', target: { documentKind: 'DRIVING_LICENCE' } },
        { code: 'ADDRESS_UNVERIFIED', target: { documentKind: 'PROOF_OF_ADDRESS' } },
      ],
    });
  });

  test('asks for a passport when no identity document was submitted', async () => {
    expect(await ask('Inquire')).toMatchObject({ asks: [{ target: { documentKind: 'PASSPORT' } }, {}] });
  });

  test.each([2, 3])('passes at attempt %d', async (attempt) => {
    expect(await ask('Inquire', { attempt })).toMatchObject({ verdict: 'PASSED', asks: [] });
  });
});

describe('a slow vendor', () => {
  const at = (later: number) => sandboxProvider(() => STARTED + later).ask(question('Slow'));

  test('accepts, says when to ask again, and passes by then', async () => {
    const first = await at(200);
    expect(first).toEqual({ kind: 'accepted', askAgainAfter: SLOW_ANSWER_AFTER - 200 });
    const wait = first.kind === 'accepted' ? first.askAgainAfter : 0;
    expect(await at(200 + wait - 1)).toEqual({ kind: 'accepted', askAgainAfter: 1 });
    expect(await at(200 + wait)).toMatchObject({ kind: 'verdict', verdict: 'PASSED' });
  });

  test('survives a restart: another adapter gives the same answer', async () => {
    expect(await at(1_000)).toEqual(await at(1_000));
  });

  test('reads the time from a reference with a suffix after the uuid', async () => {
    const answer = await sandboxProvider(() => STARTED).ask(question('Slow', { reference: `check:${REFERENCE}:1` }));
    expect(answer).toEqual({ kind: 'accepted', askAgainAfter: SLOW_ANSWER_AFTER });
  });

  test('throws if the reference holds no time', async () => {
    await expect(ask('Slow', { reference: 'abc' })).rejects.toThrow('uuid of version 7');
  });
});

test('throws in LIVE, regardless of the name', async () => {
  for (const familyName of ['Specimen', ...Object.values(SANDBOX_VALUES).map((value) => value.familyName)])
    await expect(ask(familyName, { mode: 'LIVE' })).rejects.toThrow('TEST only');
});
