import { describe, expect, test } from 'vitest';
import { DOCUMENT_KINDS, type DocumentKind } from '../document/kinds.ts';
import { individual } from '../program/individual.ts';
import { CHECK_KINDS, type CheckKind, isForPerson } from './kinds.ts';
import { CheckStatus } from './lifecycle.ts';
import { verifiedFields } from './verified.ts';

const FIELDS = individual.names as (keyof typeof individual.fields)[];
const everything = Object.fromEntries(FIELDS.map((field) => [field, 'given']));
const KINDS = Object.keys(CHECK_KINDS) as CheckKind[];
const automatic = KINDS.filter((kind) => !isForPerson({ kind }));
const { verifies } = CHECK_KINDS.manual;
const passed = (...kinds: CheckKind[]) => kinds.map((kind) => ({ ...CHECK_KINDS[kind], status: 'PASSED' as const }));
const verified = (checks: Parameters<typeof verifiedFields>[1], ...documents: DocumentKind[]) =>
  verifiedFields(individual, checks, { profile: everything, documents: documents.map((kind) => ({ kind })) });

test('the built-in checks verify no field, because they check only formats and pictures', () => {
  expect(verified(passed(...automatic), ...(Object.keys(DOCUMENT_KINDS) as DocumentKind[]))).toEqual([]);
});

describe('a manual review verifies the fields that the documents show', () => {
  test.each([
    [['PASSPORT'], ['givenNames', 'familyName', 'birthDate', 'nationality']],
    [['DRIVING_LICENCE'], ['givenNames', 'familyName', 'birthDate']],
    [
      ['DRIVING_LICENCE', 'PROOF_OF_ADDRESS'],
      ['givenNames', 'familyName', 'birthDate', 'address'],
    ],
    [['OTHER'], []],
    [[], []],
  ] as const)('%j', (documents, fields) => {
    expect(verified(passed(...KINDS), ...documents)).toEqual(fields);
  });

  test('and no field that is missing', () => {
    const profile = { familyName: 'Specimen', nationality: undefined };
    expect(verifiedFields(individual, passed('manual'), { profile, documents: [{ kind: 'PASSPORT' }] })).toEqual([
      'familyName',
    ]);
  });

  test.each(CheckStatus.options.filter((status) => status !== 'PASSED'))(
    'and none when its verdict is %s',
    (status) => {
      expect(verified([{ verifies, status }], 'PASSPORT')).toEqual([]);
    },
  );
});

test('a provider that reads a register verifies the fields that it names', () => {
  expect(verified([{ verifies: ['birthDate', 'familyName'], status: 'PASSED' }])).toEqual(['familyName', 'birthDate']);
});

test('no check and no document verifies what only the customer knows', () => {
  const personal = FIELDS.filter((field) => individual.fields[field].page === 'money');
  expect(personal).toHaveLength(4);
  const all = verified(passed(...KINDS), ...(Object.keys(DOCUMENT_KINDS) as DocumentKind[]));
  for (const field of [...personal, 'phone', 'nationalId']) expect(all).not.toContain(field);
});
