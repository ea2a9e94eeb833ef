import countries from 'i18n-iso-countries';
import { expect, test } from 'vitest';
import { english } from '../messages/english.testing.ts';
import { POSTCODE_COUNTRIES, postcodeProblem } from './postcodes.ts';

const TAKEN: Readonly<Record<string, readonly string[]>> = {
  AT: ['1010', '9991'],
  AU: ['2000', '0800', '6798'],
  BE: ['1000', '9992'],
  BR: ['01310-100', '01310100', '69900-000'],
  CA: ['K1A 0B1', 'k1a0b1', 'V6B-1A1', 'X0A 0H0'],
  CH: ['8001', '9658'],
  CZ: ['110 00', '11000', '790 70'],
  DE: ['10115', '01067', '99998'],
  DK: ['1050', '0800', '9990'],
  ES: ['28013', '01001', '52006'],
  FI: ['00100', '99999', '22100'],
  FR: ['75001', '01000', '97400', '98000', '20000'],
  GB: ['SW1A 1AA', 'sw1a1aa', 'N1 1AA', 'N1C 4AG', 'W1A 0AX', 'M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'EC1A 1BB'],
  IE: ['D02 AF30', 'd6w xy00', 'A65F4E2', 'T12 X0RD'],
  IN: ['110001', '560 001', '700091'],
  IT: ['00184', '20121', '98168'],
  JP: ['100-0001', '1000001', '１００－０００１', '100‐0001'],
  NL: ['1012 AB', '1012ab', '9999XK'],
  NO: ['0150', '5003', '9991'],
  PL: ['00-001', '00001', '31 042'],
  PT: ['1100-148', '1100 148', '9980-999'],
  SE: ['111 29', '11129', '984 99'],
  US: ['10001', '00501', '99950-0001', '10001 1234'],
};

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  AT: ['0101', '101', '10100', 'A1010B'],
  AU: ['200', '20000', 'NSW 2000'],
  BE: ['0999', '10000'],
  BR: ['0131-100', '1310-100'],
  CA: ['D1A 0B1', 'K1A 0O1', '10001', 'K1A'],
  CH: ['0800', '80011'],
  CZ: ['910 00', '1100'],
  DE: ['00115', '1011', '101155'],
  DK: ['105', '10500'],
  ES: ['00100', '53001'],
  FI: ['0100', '001000'],
  FR: ['00100', '99000', '7500'],
  GB: ['N1', 'QW1 1AA', 'SW1A 1AC', '12345', 'SW1A 11A', 'N1 AA1'],
  IE: ['D02', 'B02 AF30', 'D02 AF3', 'Dublin 2'],
  IN: ['010001', '11000'],
  IT: ['0018', 'I-00184X'],
  JP: ['100-001', '1000-0001'],
  NL: ['0123 AB', '1012 SS', '1012', '1012 A1'],
  NO: ['150', '01500'],
  PL: ['00-01', '000-01X'],
  PT: ['0100-148', '1100'],
  SE: ['011 29', '1112'],
  US: ['1000', '100012', '00012', 'ABCDE', '10001-12'],
};

const pairs = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([country, typed]) => typed.map((each) => [country, each] as const));

test('every listed country exists and has valid and invalid cases', () => {
  expect(Object.keys(TAKEN).sort()).toEqual([...POSTCODE_COUNTRIES].sort());
  expect(Object.keys(REFUSED).sort()).toEqual([...POSTCODE_COUNTRIES].sort());
  for (const country of POSTCODE_COUNTRIES) expect(countries.isValid(country)).toBe(true);
});

test.each(pairs(TAKEN))('%s may have %s', (country, typed) => {
  expect(postcodeProblem(typed, country)).toBeNull();
});

test.each([
  ...pairs(REFUSED),
  ...POSTCODE_COUNTRIES.flatMap(
    (country) =>
      [
        [country, 'none'],
        [country, '00000'],
        [country, '0000'],
      ] as const,
  ),
])('%s cannot have %s, and the sentence names one that it can', (country, typed) => {
  const said = english(postcodeProblem(typed, country));
  const [, like = ''] = /looks like (.+)\.$/.exec(said ?? '') ?? [];
  expect(postcodeProblem(like, country)).toBeNull();
});

test.each(['AE', 'HK', 'ZZ', 'constructor'])('%s accepts any text', (country) => {
  for (const typed of ['none', 'N/A', '00000']) expect(postcodeProblem(typed, country)).toBeNull();
});
