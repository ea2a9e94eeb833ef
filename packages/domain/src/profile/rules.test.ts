import countries from 'i18n-iso-countries';
import { describe, expect, test } from 'vitest';
import { english, problemsIn } from '../messages/english.testing.ts';
import { ageOn, birthDateProblem, calendarDate, country, formatPhone, phone } from './rules.ts';

describe('a calendar date', () => {
  test.each(['2024-02-29', '2000-02-29', '1985-03-27', '2023-12-31'])('%s is real', (date) => {
    expect(calendarDate.safeParse(date).success).toBe(true);
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2023-02-31',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023-1-1',
    '27.03.1985',
    '2023-01-01T00:00:00Z',
    ' 2023-01-01',
    '',
  ])('%j is not', (date) => {
    expect(calendarDate.safeParse(date).success).toBe(false);
  });
});

test('the message about a date names an accepted format', () => {
  const [said = ''] = problemsIn(calendarDate, '27 3 1985') ?? [];
  const [like] = /\d[\d-]+/.exec(said) ?? [];
  expect(calendarDate.parse(like)).toBe(like);
});

describe('age', () => {
  test.each([
    ['on the birthday', '2008-11-21', '2026-11-21', 18],
    ['the day before it', '2008-11-22', '2026-11-21', 17],
    ['the day after it', '2008-11-20', '2026-11-21', 18],
    ['over a year’s end', '2008-12-31', '2027-01-01', 18],
    ['born on 29 February, on 28 February of another year', '2004-02-29', '2022-02-28', 17],
    ['born on 29 February, on 1 March of another year', '2004-02-29', '2022-03-01', 18],
    ['born on 29 February, on 29 February', '2004-02-29', '2024-02-29', 20],
    ['born today', '2026-11-21', '2026-11-21', 0],
  ])('%s', (_name, birthDate, today, expected) => {
    expect(ageOn(birthDate, today)).toBe(expected);
  });

  test.each([
    ['2008-11-21', null],
    ['2008-11-22', 'You must be 18 or older.'],
    ['2026-11-21', 'You must be 18 or older.'],
    ['2026-11-22', 'The date of birth must be in the past.'],
    ['1906-11-21', null],
    ['1905-11-22', null],
    ['1905-11-21', 'Check the year of birth.'],
  ])('someone born on %s: %s', (birthDate, problem) => {
    expect(english(birthDateProblem(birthDate, '2026-11-21'))).toBe(problem);
  });
});

describe('a phone number', () => {
  test.each([
    ['+44 20 7946 0958', '+442079460958'],
    ['+1 (415) 555-0100', '+14155550100'],
    ['+49.30.901820', '+4930901820'],
    ['  +442079460958 ', '+442079460958'],
    ['0044 20 7946 0958', '+442079460958'],
    [' 00442079460958', '+442079460958'],
  ])('%j is stored as %s', (typed, stored) => {
    expect(phone.parse(typed)).toBe(stored);
  });

  test.each([
    ['without a country code', '020 7946 0958'],
    ['with more zeros than a plus is written with', '000044 20 7946 0958'],
    ['of a country that does not exist', '+999 123 456'],
    ['that is too short for its country', '+49 30 1'],
    ['that is too long', `+44${'1'.repeat(20)}`],
    ['with words around it', 'call +44 20 7946 0958 now'],
    ['with an extension', '+44 20 7946 0958 ext. 12'],
    ['that is empty', ''],
    ['that is a formula', '=1+2'],
    ['that is very long', '+'.repeat(10_000)],
  ])('%s is refused', (_name, typed) => {
    expect(problemsIn(phone, typed)?.[0]).toContain('country code');
  });
});

test.each([
  ['+442079460958', '+44 20 7946 0958'],
  ['+14155550100', '+1 415 555 0100'],
  ['not a number', 'not a number'],
])('the stored number %s is shown as %s', (stored, shown) => {
  expect(formatPhone(stored)).toBe(shown);
});

describe('a country', () => {
  test('is one of ISO 3166-1, in upper case', () => {
    for (const code of Object.keys(countries.getAlpha2Codes())) expect(country.parse(code)).toBe(code);
    expect(country.parse(' gb ')).toBe('GB');
  });

  test('of two letters is accepted if and only if the standard assigns it', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const accepted = letters
      .flatMap((one) => letters.map((other) => one + other))
      .filter((code) => country.safeParse(code).success);
    expect(accepted).toHaveLength(250);
    // Kosovo's XK is not assigned by the standard, but banks and passports use it, so it is accepted.
    expect(accepted).toContain('XK');
    for (const code of ['EU', 'UK', 'ZZ', 'XX', 'AA', 'SU', 'YU']) expect(accepted).not.toContain(code);
  });

  test.each(['GBR', '826', 'Germany', '', '🇬🇧', 'ß', 'G B', '04'])('%j is refused', (typed) => {
    expect(country.safeParse(typed).success).toBe(false);
  });
});
