import { once } from 'node:events';
import { Agent, createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchConnections } from './draining.ts';

let server: Server;
let drain: (within: number) => Promise<void>;
let port: number;

// The server answers after the body, and on some paths after a pause.
beforeEach(async () => {
  server = createServer(async (asked, answer) => {
    if (asked.url === '/early') answer.write('early');
    const body = await text(asked).catch(() => null);
    if (asked.url === '/slow') await pause(3_000);
    if (body !== null && !answer.writableEnded) answer.end(`got ${body}`);
  });
  drain = watchConnections(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(() => server.closeAllConnections());

const post = (path: string, length: number, body: string) =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n\r\n${body}`;

/** Sends bytes, and reads the answer until the connection closes. */
async function send(bytes: string) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  if (bytes) socket.write(bytes);
  const said = text(socket).catch((error: NodeJS.ErrnoException) => String(error.code));
  await pause(50);
  return { socket, said };
}
/** Drains, and returns the duration in milliseconds. */
async function drained(): Promise<number> {
  const began = Date.now();
  await drain(20_000);
  return Date.now() - began;
}

test('draining does not wait for requests without an end, and answers them with 503', async () => {
  const half = ['', 'POST / HTT', 'POST / HTTP/1.1\r\nhost: x\r\n', post('/', 10, ''), post('/', 10, 'half')];
  const sent = await Promise.all(half.map(send));
  expect(await drained()).toBeLessThan(4_000);
  for (const { said } of sent) expect(await said).toMatch(/^HTTP\/1\.1 503 /);
});

test('draining does not wait for slow bodies, and answers a request only once', async () => {
  const { socket, said } = await send(post('/', 1_000, ''));
  const dripping = setInterval(() => socket.write('x'), 20);
  const early = await send(post('/early', 10, 'half'));
  expect(await drained()).toBeLessThan(4_000);
  clearInterval(dripping);
  expect(await said).toMatch(/503|ECONNRESET/);
  expect(await early.said).toMatch(/early/);
  expect(await early.said).not.toMatch(/503/);
});

test('requests that have arrived or arrive in time are answered completely', async () => {
  const slow = await send(post('/slow', 4, 'slow'));
  const late = await send(post('/', 4, 'la'));
  const done = drained();
  await pause(500);
  late.socket.write('te');
  expect(await late.said).toMatch(/^HTTP\/1\.1 200 .*connection: close.*got late$/is);
  expect(await slow.said).toMatch(/^HTTP\/1\.1 200 .*connection: close.*got slow$/is);
  expect(await done).toBeGreaterThan(2_500);
});

test('busy keep-alive connections are not cut', async () => {
  const agent = new Agent({ keepAlive: true });
  let last = 0;
  const failures: string[] = [];
  const call = () =>
    new Promise<void>((resolve) => {
      const asked = request({ agent, port, path: '/' }, (answer) => {
        if (answer.headers.connection === 'close') last += 1;
        answer.resume().once('end', resolve);
      });
      asked.once('error', (error: NodeJS.ErrnoException) => resolve(void failures.push(error.code ?? '')));
      asked.end();
    });
  let busy = true;
  const clients = Array.from({ length: 10 }, async () => {
    while (busy && failures.length === 0) {
      await call();
      await pause(Math.random() * 20);
    }
  });
  await pause(200);
  expect(await drained()).toBeLessThan(1_500);
  busy = false;
  await Promise.all(clients);
  agent.destroy();
  expect(last).toBeGreaterThan(9);
  // A new connection is refused at once.
  expect(failures.filter((code) => code !== 'ECONNREFUSED')).toEqual([]);
});

test('an idle connection does not delay draining', async () => {
  const idle: Socket[] = [];
  for (let i = 0; i < 5; i += 1) idle.push((await send(post('/', 2, 'ok'))).socket);
  expect(await drained()).toBeLessThan(1_500);
});
