import { expect, test } from 'vitest';
import { merge } from './merge.ts';

const NAMES = ['a', 'b'];

test('an unedited field takes the new value', () => {
  const found = merge(NAMES, { before: { a: '1', b: '2' }, latest: { a: '9', b: '2' }, typed: { a: '1', b: '5' } });
  expect(found).toEqual({ moved: ['a'], taken: { a: '9' }, conflicts: [] });
});

test('an edited field keeps both values for the person to choose', () => {
  const found = merge(NAMES, { before: { a: '1', b: '' }, latest: { a: '9', b: '' }, typed: { a: '5', b: '' } });
  expect(found).toEqual({ moved: ['a'], taken: {}, conflicts: [{ name: 'a', recorded: '9', typed: '5' }] });
});

test('the same value on both sides is no conflict', () => {
  expect(merge(NAMES, { before: { a: '1' }, latest: { a: '9' }, typed: { a: '9' } }).conflicts).toEqual([]);
});
