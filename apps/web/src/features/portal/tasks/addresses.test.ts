import { DocumentKind, individual } from '@gatehouse/domain';
import { expect, test } from 'vitest';
import { kindAt, kindHref, partAt, partHref } from './addresses.ts';

test.each(individual.view.pages)('the page $name has a URL that leads back to it', (page) => {
  expect(partAt(individual.view, partHref(page.name).split('/').at(-1) ?? '')).toBe(page);
  expect(partHref(page.name)).toMatch(/^\/[a-z/-]+$/);
});

test.each(DocumentKind.options)('the kind %s has a URL that leads back to it', (kind) => {
  expect(kindAt(kindHref(kind).split('/').at(-1) ?? '')).toBe(kind);
  expect(kindHref(kind)).toMatch(/^\/[a-z/-]+$/);
});

test('an unknown URL leads to no page', () => {
  expect([partAt(individual.view, 'shoe-size'), kindAt('library-card')]).toEqual([undefined, undefined]);
});
