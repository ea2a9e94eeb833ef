import { describe, expect, test } from 'vitest';
import type { DocumentKind, DocumentSide } from '../document/kinds.ts';
import { DOCUMENT_KINDS } from '../document/kinds.ts';
import { ENGLISH, say } from '../messages/language.ts';
import { message } from '../messages/message.ts';
import { gate } from './gate.ts';
import { individual } from './individual.ts';
import type { Profile } from './profile.ts';

const complete: Profile = {
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
};
const file = (kind: DocumentKind, side: DocumentSide) => ({ kind, side });
const passport = [file('PASSPORT', 'FRONT')];
type File = ReturnType<typeof file>;
const missingOf = (profile: Profile, documents: File[], declared: boolean) =>
  gate(individual.view, { profile, documents, declared });
const asked = (...given: Parameters<typeof missingOf>) => missingOf(...given).map((each) => each.field ?? each.code);
const FIELDS = individual.names as (keyof typeof individual.fields)[];

test('nothing is missing from complete data, a document and the declaration', () => {
  expect(missingOf(complete, passport, true)).toEqual([]);
});

test('an empty profile misses every required field, a document and the declaration, in that order', () => {
  const required = FIELDS.filter((field) => individual.fields[field].required);
  expect(asked({}, [], false)).toEqual([...required, 'DOCUMENT_MISSING', 'DECLARATION_MISSING']);
});

test.each(FIELDS)('without %s, only that is missing when it is required', (field) => {
  const { [field]: _taken, ...rest } = complete;
  expect(asked(rest, passport, true)).toEqual(individual.fields[field].required ? [field] : []);
});

test('a missing declaration is named by its code', () => {
  expect(missingOf(complete, passport, false)).toEqual([
    { kind: 'declaration', code: 'DECLARATION_MISSING', message: message('program.declarationMissing') },
  ]);
});

describe('the identity document', () => {
  const missing = (...files: File[]) => asked(complete, files, true);

  test('counts when all its sides exist', () => {
    expect(missing(file('DRIVING_LICENCE', 'FRONT'), file('DRIVING_LICENCE', 'BACK'))).toEqual([]);
  });

  test.each([
    ['FRONT', 'DOCUMENT_MISSING_BACK'],
    ['BACK', 'DOCUMENT_MISSING_FRONT'],
  ] as const)('with only its %s, %s is asked', (side, code) => {
    expect(missing(file('NATIONAL_ID', side))).toEqual([code]);
  });

  test('may be any complete one of several', () => {
    expect(missing(file('DRIVING_LICENCE', 'FRONT'), ...passport)).toEqual([]);
  });

  test('cannot combine sides of different kinds', () => {
    expect(missing(file('DRIVING_LICENCE', 'FRONT'), file('NATIONAL_ID', 'BACK'))).toEqual(['DOCUMENT_MISSING_BACK']);
  });

  const kinds = Object.keys(DOCUMENT_KINDS) as DocumentKind[];
  test.each(kinds.filter((kind) => !DOCUMENT_KINDS[kind].identity))('is not a %s', (kind) => {
    expect(missing(file(kind, 'FRONT'))).toEqual(['DOCUMENT_MISSING']);
  });

  test('has a name in plain words', () => {
    const [first] = missingOf(complete, [file('DRIVING_LICENCE', 'FRONT')], true);
    expect(first && say(ENGLISH, first.message)).toBe('The back of the driving licence is missing.');
  });
});
