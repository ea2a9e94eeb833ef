import { createHook } from 'node:async_hooks';
import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPoster } from './post.ts';
import { nameResolver } from './resolve-name.ts';

const [A, AAAA] = [1, 28];
const REFUSED = 5;

/** A name server whose answer depends on the first label of the name. */
const socket = createSocket('udp4');
socket.on('message', (question, from) => {
  const word = question.toString('latin1', 13, 13 + (question[12] ?? 0));
  const end = question.indexOf(0, 12) + 5;
  const type = question.readUInt16BE(end - 4);
  const address = { [A]: [1, 1, 1, 1], [AAAA]: [0x26, 6, ...Array(13).fill(0), 1] }[type] ?? [];
  const answers = word === 'both' || (word === 'four' && type === A);
  if (word === 'silent') return;
  const code = { none: 3, broken: REFUSED }[word] ?? 0;
  const header = Buffer.from([...question.subarray(0, 2), 0x81, 0x80 | code, 0, 1, 0, answers ? 1 : 0, 0, 0, 0, 0]);
  const record = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, address.length, ...address]);
  socket.send(Buffer.concat([header, question.subarray(12, end), ...(answers ? [record] : [])]), from.port);
});
let servers: string[];
beforeAll(async () => {
  await new Promise<void>((ready) => socket.bind(0, '127.0.0.1', ready));
  servers = [`127.0.0.1:${(socket.address() as AddressInfo).port}`];
});
afterAll(() => socket.close());

const ask = (word: string) =>
  new Promise<unknown>((done) => {
    nameResolver(servers)(`${word}.example`, { all: true }, (error, found) => done(error?.code ?? found));
  });

test('a name resolves to IPv4, IPv6 or both, has no address, or cannot be resolved', async () => {
  expect(await ask('both')).toEqual([
    { address: '1.1.1.1', family: 4 },
    { address: '2606::1', family: 6 },
  ]);
  expect(await ask('four')).toEqual([{ address: '1.1.1.1', family: 4 }]);
  expect(await ask('empty')).toBe('ENOTFOUND');
  expect(await ask('none')).toBe('ENOTFOUND');
  expect(await ask('broken')).toBe('EAI_AGAIN');
});

test('names without an answer do not delay others', async () => {
  const silent = Array.from({ length: 32 }, () => ask('silent'));
  const began = performance.now();
  expect(await ask('four')).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(await Promise.race([...silent, 'still silent'])).toBe('still silent');
});

test('resolving does not occupy the process’s lookup threads', async () => {
  const kinds = new Set<string>();
  const hook = createHook({ init: (_id, kind) => void kinds.add(kind) }).enable();
  const poster = createPoster({ allowLoopback: false });
  await poster.post({ url: 'https://hooks.invalid/', headers: {}, body: '{}', timeout: 100 });
  hook.disable();
  await poster.close();
  expect([...kinds]).toContain('QUERYWRAP');
  expect([...kinds]).not.toContain('GETADDRINFOREQWRAP');
});

test('names of the local machine resolve without a name server', async () => {
  const found = await new Promise<unknown>((done) => {
    nameResolver(['127.0.0.1:9'])('localhost', { all: true }, (error, addresses) => done(error ?? addresses));
  });
  expect(found).toContainEqual({ address: '127.0.0.1', family: 4 });
});
