import { describe, expect, test } from 'vitest';
import { ENGLISH, say } from '../messages/language.ts';
import { tenantTime } from '../time.ts';
import { DURATIONS, expectedBy } from './durations.ts';
import { customerLifecycle } from './lifecycle.ts';
import { nextActor, portalHeading, summaryOf } from './summary.ts';

const since = tenantTime('2026-11-06T12:00:00Z');
const about = {
  durations: DURATIONS.INDIVIDUAL,
  needsPerson: false,
  openItems: 2,
  since,
  by: expectedBy(DURATIONS.INDIVIDUAL, since, false),
} as const;

test('every status has a summary of whole sentences without raw status names', () => {
  for (const status of customerLifecycle.statuses) {
    const words = say(ENGLISH, summaryOf({ ...about, status }));
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(words).not.toMatch(/[A-Z]{2,}|undefined|NaN|\{/);
  }
});

test('the summary of a review says whether a person is looking, and how long it takes', () => {
  const review = (more: object) => say(ENGLISH, summaryOf({ ...about, status: 'UNDER_REVIEW', ...more }));
  expect(review({})).toContain('under 10 minutes');
  expect(review({ durations: DURATIONS.BUSINESS })).toContain('4 to 7 business days');
  const by = expectedBy(DURATIONS.INDIVIDUAL, since, true);
  expect(review({ by })).toBe(
    'The checks are running; nothing is needed from the customer. Then a person looks at the case. Usually 1 to 3 business days.',
  );
  expect(review({ by, needsPerson: true })).toBe('A person will look at the case. Usually 1 to 3 business days.');
});

describe('the number of open items', () => {
  test.each([
    [1, '1 thing is still open', 'We need 1 more thing'],
    [2, '2 things are still open', 'We need 2 more things'],
  ])('%d', (openItems, sentence, heading) => {
    expect(say(ENGLISH, summaryOf({ ...about, status: 'NEEDS_ADDITIONAL_INFORMATION', openItems }))).toContain(
      sentence,
    );
    expect(say(ENGLISH, portalHeading('NEEDS_ADDITIONAL_INFORMATION', openItems))).toBe(heading);
  });
});

test('the headings of the other pages are fixed', () => {
  expect(say(ENGLISH, portalHeading('CREATED', 0))).toBe('Complete your profile');
  expect(say(ENGLISH, portalHeading('ACTIVE', 0))).toBe('You’re verified');
});

test('who acts next', () => {
  const next = customerLifecycle.statuses.map((status) => nextActor(status));
  expect(next).toEqual(['customer', 'us', 'customer', 'nobody', 'nobody', 'nobody']);
});
