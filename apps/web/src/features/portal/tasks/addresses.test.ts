import { DocumentKind, individual } from '@gatehouse/domain';
import { expect, test } from 'vitest';
import { kindAt, kindHref, partAt, partHref } from './addresses.ts';

test.each(individual.view.pages)('$name is found under its own address', (page) => {
  expect(partAt(individual.view, partHref(page.name).split('/').at(-1) ?? '')).toBe(page);
  expect(partHref(page.name)).toMatch(/^\/[a-z/-]+$/);
});

test.each(DocumentKind.options)('%s is found under its own address', (kind) => {
  expect(kindAt(kindHref(kind).split('/').at(-1) ?? '')).toBe(kind);
  expect(kindHref(kind)).toMatch(/^\/[a-z/-]+$/);
});

test('an address that nobody wrote leads nowhere', () => {
  expect([partAt(individual.view, 'shoe-size'), kindAt('library-card')]).toEqual([undefined, undefined]);
});
