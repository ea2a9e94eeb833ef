import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { showId } from '@gatehouse/domain';
import { createdCustomer } from '@gatehouse/engine/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveWorld } from './served.testing.ts';

let served: Awaited<ReturnType<typeof serveWorld>>;
let agent: Agent;
let document: string;

beforeAll(async () => {
  served = await serveWorld();
  const customerId = await createdCustomer(served.world);
  document = (
    await served.world.engine.documents.create(served.world.app, { customerId, kind: 'PASSPORT', side: 'FRONT' })
  ).id;
});
afterAll(() => served.close());
// One connection, which must stay usable after each request.
beforeEach(() => {
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(() => agent.destroy());

type Sent = { method?: string; headers?: Record<string, string | number>; parts?: Buffer[] };

/** Sends a request over the agent with its body in parts, and resolves with the whole answer. */
function send(path: string, { method = 'GET', headers = {}, parts = [] }: Sent = {}) {
  return new Promise<{ status: number | undefined; headers: IncomingMessage['headers']; body: string }>(
    (resolve, reject) => {
      const sent = request({ agent, port: served.port, path, method, headers }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part) => {
          body += part;
        });
        answer
          .on('error', reject)
          .on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
      });
      sent.on('error', reject);
      for (const part of parts) sent.write(part);
      sent.end();
    },
  );
}

const bearer = () => ({ authorization: `Bearer ${served.key}` });
const MB = 1024 * 1024;
const put = (headers: Sent['headers'] = {}, parts = [Buffer.alloc(300_000)]): Sent => ({
  method: 'PUT',
  headers,
  parts,
});
const post = (parts: Buffer[], headers: Sent['headers'] = {}): Sent => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...bearer(), ...headers },
  parts,
});
const chunks = (count: number) => Array.from({ length: count }, () => Buffer.alloc(MB, 'x'));
const unknown = showId('document', '00000000-0000-7000-8000-000000000000');

describe('a connection stays usable after a body was refused before its end', () => {
  test.each<[string, number, () => [string, Sent]]>([
    ['an upload without a key', 401, () => [`/api/uploads/${document}`, put()]],
    ['one with its length declared', 401, () => [`/api/uploads/${document}`, put({ 'content-length': 300_000 })]],
    ['an upload to an unknown document', 404, () => [`/api/uploads/${unknown}`, put(bearer())]],
    ['an upload that is too large', 413, () => [`/api/uploads/${document}`, put(bearer(), chunks(11))]],
    [
      'one that says so',
      413,
      () => [`/api/uploads/${document}`, put({ ...bearer(), 'content-length': 11 * MB }, chunks(11))],
    ],
    ['an upload to nowhere', 404, () => ['/api/nowhere', put()]],
    ['a call that is too large', 413, () => ['/api/trpc/customers.create', post(chunks(3))]],
    ['one that says so', 413, () => ['/api/trpc/customers.create', post(chunks(3), { 'content-length': 3 * MB })]],
    [
      'a call that is no JSON',
      415,
      () => ['/api/trpc/customers.create', post(chunks(1), { 'content-type': 'text/plain' })],
    ],
  ])('%s', async (_name, status, sent) => {
    const [path, how] = sent();
    expect((await send(path, how)).status).toBe(status);
    const began = Date.now();
    expect((await send('/api/health/live')).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(2000);
  });

  test('and is reused if the body had arrived', async () => {
    await send('/api/trpc/customers.create', post([Buffer.from('{"json":{}}')], { authorization: 'Bearer none' }));
    const first = Object.values(agent.freeSockets)[0]?.[0];
    await send('/api/health/live');
    expect(first).toBeDefined();
    expect(Object.values(agent.freeSockets)[0]?.[0]).toBe(first);
  });
});

test('an early answer closes the connection, and is not lost while the client still sends', async () => {
  const heard = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(served.port, '127.0.0.1');
    socket.write(
      `PUT /api/uploads/${document} HTTP/1.1\r\nhost: x\r\ncontent-length: 900000\r\n\r\n${'x'.repeat(100_000)}`,
    );
    socket.on('error', reject).on('end', () => resolve(text));
    socket.once('data', () => setTimeout(() => socket.write('x'.repeat(800_000)), 200));
    socket.on('data', (part) => {
      text += part;
    });
  });
  expect(heard).toMatch(/^HTTP\/1\.1 401 .*\r\nconnection: close\r\n.*"code":"UNAUTHENTICATED".*\}$/is);
});

test('a request that fetch cannot represent is refused as well', async () => {
  expect(await send('/api/health/live', { method: 'TRACE' })).toMatchObject({
    status: 400,
    headers: { 'x-request-id': expect.stringMatching(/^req_/) },
    body: expect.stringContaining('This request cannot be read.'),
  });
});

test('no faults were logged', () => expect(served.faults).toEqual([]));
