import { randomBytes } from 'node:crypto';
import { isRefusal } from '@gatehouse/domain';
import { describe, expect, test } from 'vitest';
import { cursorsOf, type Listing } from './paging.ts';
import { createVault } from './vault.ts';

const [k1, k2] = [randomBytes(32), randomBytes(32)];
const vault = createVault(new Map([['k1', k1]]));
const LISTING: Listing = { list: 'customers', owner: 'one', filters: { status: 'ACTIVE', email: undefined } };
const cursor = cursorsOf(vault, LISTING).write(['2026-01-31T09:00:00.000Z', 'id', 7]);

const isRefused = (read: () => unknown): boolean => {
  try {
    read();
    return false;
  } catch (error) {
    return isRefusal(error) && error.code === 'INVALID_INPUT';
  }
};

test('a cursor reads back its values, and no cursor means the beginning', () => {
  const { read } = cursorsOf(vault, LISTING);
  expect(read(cursor)).toEqual(['2026-01-31T09:00:00.000Z', 'id', '7']);
  expect(read(undefined)).toBeNull();
});

test('undefined filters and the order of filters do not matter', () => {
  const same = { ...LISTING, filters: { status: 'ACTIVE' } };
  expect(cursorsOf(vault, same).read(cursor)).not.toBeNull();
  const two = (filters: Listing['filters']) => cursorsOf(vault, { ...LISTING, filters });
  expect(two({ b: '2', a: '1' }).read(two({ a: '1', b: '2' }).write([1]))).toEqual(['1']);
});

test.each([
  ['another list', { ...LISTING, list: 'deliveries' }],
  ['another tenant', { ...LISTING, owner: 'two' }],
  ['another filter', { ...LISTING, filters: { status: 'REJECTED' } }],
  ['no filter', { ...LISTING, filters: {} }],
] as const)('a cursor of %s is refused', (_name, listing) => {
  expect(isRefused(() => cursorsOf(vault, listing).read(cursor))).toBe(true);
});

test.each(['=', '==', '\n', ' ', '.', '.x', '+', '%3D', '\u0000'])('a cursor followed by %j is refused', (more) => {
  const { read } = cursorsOf(vault, LISTING);
  for (const changed of [`${cursor}${more}`, `${more}${cursor}`, cursor.replace('.', `${more}.`)])
    expect(isRefused(() => read(changed))).toBe(true);
});

test('a cursor is refused when its last letter is another base64 spelling of the same bytes', () => {
  const bytes = (text: string) => Buffer.from(text.split('.')[1] ?? '', 'base64url');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const others = [...letters].map((letter) => `${cursor.slice(0, -1)}${letter}`).filter((each) => each !== cursor);
  const same = others.filter((each) => bytes(each).equals(bytes(cursor)));
  expect(same).toHaveLength(3);
  for (const other of same) expect(isRefused(() => cursorsOf(vault, LISTING).read(other))).toBe(true);
});

describe('a changed cursor is refused', () => {
  const { read } = cursorsOf(vault, LISTING);
  const [body = '', signature = ''] = cursor.split('.');
  const forged = Buffer.from('["9999-12-31T00:00:00.000Z","id",7]').toString('base64url');
  test.each(['', '.', 'x', body, `${body}.`, `.${signature}`, `${forged}.${signature}`, `${body}.${'A'.repeat(43)}`])(
    '%j',
    (changed) => expect(isRefused(() => read(changed))).toBe(true),
  );
  test('at every letter', () => {
    for (const at of body.split('').keys()) {
      const other = body[at] === 'A' ? 'B' : 'A';
      expect(isRefused(() => read(`${body.slice(0, at)}${other}${body.slice(at + 1)}.${signature}`))).toBe(true);
    }
  });
});

test('a cursor survives a key rotation while its key is known', () => {
  const rotated = createVault(
    new Map([
      ['k2', k2],
      ['k1', k1],
    ]),
  );
  expect(cursorsOf(rotated, LISTING).read(cursor)).not.toBeNull();
  const retired = createVault(new Map([['k2', k2]]));
  expect(isRefused(() => cursorsOf(retired, LISTING).read(cursor))).toBe(true);
});
