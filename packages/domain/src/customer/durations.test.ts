import { describe, expect, test } from 'vitest';
import { ENGLISH, say } from '../messages/language.ts';
import { tenantTime } from '../time.ts';
import { addBusinessDays, DURATIONS, durationMessage, expectedBy } from './durations.ts';
import { CustomerType } from './types.ts';

describe('business days', () => {
  // 2026-11-02 is a Monday.
  test.each([
    ['Monday and one day', '2026-11-02T09:30:00.000Z', 1, '2026-11-03T09:30:00.000Z'],
    ['Friday and one day', '2026-11-06T09:30:00.000Z', 1, '2026-11-09T09:30:00.000Z'],
    ['Saturday and one day', '2026-11-07T09:30:00.000Z', 1, '2026-11-09T09:30:00.000Z'],
    ['Sunday and one day', '2026-11-08T09:30:00.000Z', 1, '2026-11-09T09:30:00.000Z'],
    ['Wednesday and three days', '2026-11-04T23:59:59.999Z', 3, '2026-11-09T23:59:59.999Z'],
    ['seven days over a month’s end', '2026-11-25T00:00:00.000Z', 7, '2026-12-04T00:00:00.000Z'],
    ['none', '2026-11-07T09:30:00.000Z', 0, '2026-11-07T09:30:00.000Z'],
  ])('%s', (_name, from, days, expected) => {
    expect(addBusinessDays(tenantTime(from), days).toISOString()).toBe(expected);
  });

  test('do not change the date they were given', () => {
    const from = tenantTime('2026-11-06T09:30:00Z');
    addBusinessDays(from, 3);
    expect(from.toISOString()).toBe('2026-11-06T09:30:00.000Z');
  });
});

describe('an answer is expected', () => {
  const friday = tenantTime('2026-11-06T12:00:00Z');
  test.each([
    ['INDIVIDUAL', false, '2026-11-06T12:10:00.000Z'],
    ['INDIVIDUAL', true, '2026-11-11T12:00:00.000Z'],
    ['BUSINESS', false, '2026-11-17T12:00:00.000Z'],
    ['BUSINESS', true, '2026-11-17T12:00:00.000Z'],
  ] as const)('%s, a person must look: %s', (type, personMustLook, expected) => {
    expect(expectedBy(DURATIONS[type], friday, personMustLook).toISOString()).toBe(expected);
  });

  const words = (type: CustomerType, personMustLook: boolean | null) => {
    const durations = DURATIONS[type];
    const by = personMustLook === null ? null : expectedBy(durations, friday, personMustLook);
    return say(ENGLISH, durationMessage({ durations, since: friday, by }));
  };

  test('in the published durations', () => {
    expect(words('INDIVIDUAL', null)).toBe(
      'Usually under 10 minutes. If a person needs to look, 1 to 3 business days.',
    );
    expect(words('BUSINESS', null)).toBe('Usually 4 to 7 business days.');
  });

  test.each(CustomerType.options)('in minutes only while no manual review is needed: %s', (type) => {
    expect(words(type, false)).toBe(words(type, null));
    expect(words(type, true)).toMatch(/^Usually \d to \d business days\.$/);
  });
});
