import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { guardedLookup, type Resolve } from './guarded-lookup.ts';

const PUBLIC: LookupAddress = { address: '1.1.1.1', family: 4 };
const LOOPBACK: LookupAddress = { address: '127.0.0.1', family: 4 };

const answering =
  (next: () => LookupAddress[]): Resolve =>
  (_hostname, _options, callback) =>
    callback(null, next());

/** What a socket would be given: the addresses, or the code of the error. */
const ask = (resolve: Resolve, { allowLoopback = false, hostname = 'hooks.example', all = true } = {}) =>
  new Promise<unknown>((done) => {
    guardedLookup({ allowLoopback }, resolve)(hostname, { all }, (error, found) => done(error?.code ?? found));
  });

test('hands on public addresses in the shape that was asked for', async () => {
  expect(await ask(answering(() => [PUBLIC]))).toEqual([PUBLIC]);
  expect(
    await ask(
      answering(() => [PUBLIC]),
      { all: false },
    ),
  ).toBe('1.1.1.1');
});

test('one forbidden address refuses the whole answer, and so does an empty one', async () => {
  expect(await ask(answering(() => [PUBLIC, LOOPBACK]))).toBe('ADDRESS_REFUSED');
  expect(await ask(answering(() => []))).toBe('ADDRESS_REFUSED');
});

test('a resolver that changes its mind never gets a forbidden address through', async () => {
  let asked = 0;
  const rebinding = answering(() => [asked++ % 2 === 0 ? PUBLIC : LOOPBACK]);
  for (let round = 0; round < 500; round++) {
    expect(await ask(rebinding)).toEqual([PUBLIC]);
    expect(await ask(rebinding)).toBe('ADDRESS_REFUSED');
  }
  expect(asked).toBe(1000);
});

test('a name below localhost may only be this machine', async () => {
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
