import { expect, test } from 'vitest';
import { customerLifecycle } from './customer/lifecycle.ts';
import { enablementLifecycle } from './enablement/lifecycle.ts';
import { describeLifecycle, describeReasons, describeRequirementCodes } from './lifecycle-description.ts';
import { ENGLISH, languageOf, PSEUDO_TAG } from './messages/language.ts';

const pseudo = languageOf(PSEUDO_TAG);
const LIFECYCLES = [customerLifecycle, enablementLifecycle];

test.each(LIFECYCLES)('the description of $name matches its declaration', (lifecycle) => {
  const { statuses, transitions } = describeLifecycle(lifecycle, ENGLISH);
  expect(transitions.map(({ trigger }) => trigger)).toEqual(lifecycle.rows.map(({ trigger }) => trigger));
  expect(statuses.find(({ status }) => status === 'ACTIVE')?.label).toBe(lifecycle.label('ACTIVE'));
});

test.each(LIFECYCLES)('every text of $name is translated', (lifecycle) => {
  const { statuses, transitions } = describeLifecycle(lifecycle, pseudo);
  const words = [
    ...statuses.flatMap(({ label, meaning }) => [label, meaning]),
    ...transitions.map((row) => row.trigger),
  ];
  for (const said of words) expect(said).not.toMatch(/[a-z]/i);
});

test('every reason and every requirement code is translated', () => {
  for (const reasons of Object.values(describeReasons(pseudo)))
    for (const { label, customerSentence } of Object.values(reasons))
      expect([label, customerSentence].join()).not.toMatch(/[a-z]/i);
  for (const { sentence, next, good, bad, nextBy = {} } of Object.values(describeRequirementCodes(pseudo)))
    expect([sentence, next, good, bad, ...Object.values(nextBy)].join()).not.toMatch(/[a-z]/i);
});

test('a code has its answer, and the instruction for the other way to answer', () => {
  expect(describeRequirementCodes(ENGLISH).ADDRESS_UNVERIFIED).toEqual({
    sentence: 'We could not confirm your address.',
    next: 'Upload a bill or a bank statement that shows it.',
    good: 'Your name, your address and a date within three months.',
    bad: 'An envelope or a screenshot of a map.',
    answer: 'document',
    about: { documentKind: 'PROOF_OF_ADDRESS' },
    nextBy: { field: 'Check your address and correct it.' },
  });
});
