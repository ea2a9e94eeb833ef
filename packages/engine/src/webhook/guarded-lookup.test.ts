import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { guardedLookup, type Resolve } from './guarded-lookup.ts';

const PUBLIC: LookupAddress = { address: '1.1.1.1', family: 4 };
const LOOPBACK: LookupAddress = { address: '127.0.0.1', family: 4 };

const answering =
  (next: () => LookupAddress[]): Resolve =>
  (_hostname, _options, callback) =>
    callback(null, next());

/** What a socket receives: the addresses, or the error's code. */
const ask = (resolve: Resolve, { allowLoopback = false, hostname = 'hooks.example', all = true } = {}) =>
  new Promise<unknown>((done) => {
    guardedLookup({ allowLoopback }, resolve)(hostname, { all }, (error, found) => done(error?.code ?? found));
  });

test('returns public addresses in the requested shape', async () => {
  expect(await ask(answering(() => [PUBLIC]))).toEqual([PUBLIC]);
  expect(
    await ask(
      answering(() => [PUBLIC]),
      { all: false },
    ),
  ).toBe('1.1.1.1');
});

test('refuses an answer with a forbidden address, and an empty answer', async () => {
  expect(await ask(answering(() => [PUBLIC, LOOPBACK]))).toBe('ADDRESS_REFUSED');
  expect(await ask(answering(() => []))).toBe('ADDRESS_REFUSED');
});

test('a resolver that changes its answers never gets a forbidden address through', async () => {
  let asked = 0;
  const rebinding = answering(() => [asked++ % 2 === 0 ? PUBLIC : LOOPBACK]);
  for (let round = 0; round < 500; round++) {
    expect(await ask(rebinding)).toEqual([PUBLIC]);
    expect(await ask(rebinding)).toBe('ADDRESS_REFUSED');
  }
  expect(asked).toBe(1000);
});

test('a subdomain of localhost may resolve only to loopback', async () => {
  const local = { allowLoopback: true, hostname: 'hooks.localhost' };
  expect(
    await ask(
      answering(() => [LOOPBACK]),
      local,
    ),
  ).toEqual([LOOPBACK]);
  expect(
    await ask(
      answering(() => [PUBLIC]),
      local,
    ),
  ).toBe('ADDRESS_REFUSED');
});
