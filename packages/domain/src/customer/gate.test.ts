import { describe, expect, test } from 'vitest';
import type { DocumentKind, DocumentSide } from '../document/kinds.ts';
import { DOCUMENT_KINDS } from '../document/kinds.ts';
import { INDIVIDUAL_FIELDS, IndividualField, IndividualProfile } from '../profile/individual.ts';
import { gate } from './gate.ts';

const complete = IndividualProfile.parse({
  givenNames: 'Specimen',
  familyName: 'Example',
  birthDate: '1990-05-17',
  phone: '+44 20 7946 0958',
  address: { line1: '1 Example Street', city: 'London', postalCode: 'N1 1AA', country: 'GB' },
  nationality: 'GB',
  employment: 'EMPLOYED',
  sourceOfFunds: 'SALARY',
  accountPurpose: 'EVERYDAY',
  expectedVolume: 'UP_TO_1K',
});
const file = (kind: DocumentKind, side: DocumentSide) => ({ kind, side });
const passport = [file('PASSPORT', 'FRONT')];
const asked = (...args: Parameters<typeof gate>) => gate(...args).map((each) => each.field ?? each.code);

test('nothing is missing from complete data, a document and the declaration', () => {
  expect(gate(complete, passport, true)).toEqual([]);
});

test('an empty profile misses every required field, a document and the declaration, in that order', () => {
  const required = IndividualField.options.filter((field) => INDIVIDUAL_FIELDS[field].required);
  expect(asked({}, [], false)).toEqual([...required, 'DOCUMENT_MISSING', 'DECLARATION_MISSING']);
});

test.each(IndividualField.options)('without %s, exactly that is missing when it is required', (field) => {
  const { [field]: _taken, ...rest } = complete;
  expect(asked(rest, passport, true)).toEqual(INDIVIDUAL_FIELDS[field].required ? [field] : []);
});

test('only the declaration is missing, and it is named by its code', () => {
  expect(gate(complete, passport, false)).toEqual([
    { kind: 'declaration', code: 'DECLARATION_MISSING', message: 'The declaration has not been given.' },
  ]);
});

describe('the identity document', () => {
  const missing = (...files: { kind: DocumentKind; side: DocumentSide }[]) => asked(complete, files, true);

  test('counts when every side of it is there', () => {
    expect(missing(file('DRIVING_LICENCE', 'FRONT'), file('DRIVING_LICENCE', 'BACK'))).toEqual([]);
  });

  test.each([
    ['FRONT', 'DOCUMENT_MISSING_BACK'],
    ['BACK', 'DOCUMENT_MISSING_FRONT'],
  ] as const)('with only its %s, %s is asked', (side, code) => {
    expect(missing(file('NATIONAL_ID', side))).toEqual([code]);
  });

  test('may be any complete one of several that were begun', () => {
    expect(missing(file('DRIVING_LICENCE', 'FRONT'), ...passport)).toEqual([]);
  });

  test('is not made of sides of different kinds', () => {
    expect(missing(file('DRIVING_LICENCE', 'FRONT'), file('NATIONAL_ID', 'BACK'))).toEqual(['DOCUMENT_MISSING_BACK']);
  });

  const kinds = Object.keys(DOCUMENT_KINDS) as DocumentKind[];
  test.each(kinds.filter((kind) => !DOCUMENT_KINDS[kind].identity))('is not a %s', (kind) => {
    expect(missing(file(kind, 'FRONT'))).toEqual(['DOCUMENT_MISSING']);
  });

  test('is named in words', () => {
    const [first] = gate(complete, [file('DRIVING_LICENCE', 'FRONT')], true);
    expect(first?.message).toBe('The back of the driving licence is missing.');
  });
});
