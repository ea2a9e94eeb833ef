import { expect, test } from 'vitest';
import { languageAsked } from './language.ts';

test.each([
  [null, 'en'],
  ['', 'en'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['tlh', 'en'],
  ['*', 'en'],
  ['en;q=0', 'en'],
  ['en-XA', 'en-XA'],
  ['en-xa,en;q=0.5', 'en-XA'],
  ['en,en-XA;q=0.5', 'en'],
  ['en-GB,*;q=0.5', 'en'],
  [';;=,q', 'en'],
])('Accept-Language: %s is answered in %s', (sent, tag) => {
  expect(languageAsked(new Headers(sent === null ? {} : { 'accept-language': sent }))).toBe(tag);
});
