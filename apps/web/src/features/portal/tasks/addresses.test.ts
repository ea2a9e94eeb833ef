import { DocumentKind, INDIVIDUAL_PARTS, type IndividualPart } from '@gatehouse/domain';
import { expect, test } from 'vitest';
import { kindAt, kindHref, partAt, partHref } from './addresses.ts';

test.each(Object.keys(INDIVIDUAL_PARTS) as IndividualPart[])('%s is found under its own address', (part) => {
  expect(partAt(partHref(part).split('/').at(-1) ?? '')).toBe(part);
  expect(partHref(part)).toMatch(/^\/[a-z/-]+$/);
});

test.each(DocumentKind.options)('%s is found under its own address', (kind) => {
  expect(kindAt(kindHref(kind).split('/').at(-1) ?? '')).toBe(kind);
  expect(kindHref(kind)).toMatch(/^\/[a-z/-]+$/);
});

test('an address that nobody wrote leads nowhere', () => {
  expect([partAt('shoe-size'), kindAt('library-card')]).toEqual([undefined, undefined]);
});
