import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@gatehouse/domain';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type OwnInstallation, ownInstallation, signIn, signOut } from './testing/own-installation.ts';
import { startWebProcess, type WebProcess } from './testing/web-process.ts';

// Each test starts processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let own: OwnInstallation;
beforeAll(async () => {
  own = await ownInstallation();
});
beforeEach(() => own.start());
afterAll(() => own.remove());

const WORD = 'zxcanaryzx';

/** Sends every kind of request that carries secret or personal data. @param desk the cookies of staff */
async function speak({ url }: WebProcess, desk = '') {
  const post = (path: string, body: unknown, headers: Record<string, string>) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...headers },
      body: JSON.stringify(body),
    });
  const app = { authorization: `Bearer ${own.apiKey}` };
  const customer = { type: 'INDIVIDUAL', email: `${WORD}${newId()}@example.com`, metadata: { note: WORD } };
  const create = (more: object) =>
    post('/api/trpc/customers.create', { json: { ...customer, profile: { givenNames: WORD }, ...more } }, app);
  const answers = {
    'a call with a key': create({ idempotencyKey: `${WORD}${newId()}` }),
    'a call': create({ email: `${WORD}${newId()}@example.com` }),
    'a read': fetch(`${url}/api/trpc/customers.list`, { headers: app }),
    'a session of the portal': fetch(`${url}/api/trpc/portal.session`, {
      headers: { cookie: `gatehouse_portal=${WORD}` },
    }),
    'the desk': fetch(`${url}/api/trpc/desk.queue.counts`, { headers: { cookie: desk } }),
    'an unknown key': post(
      '/api/trpc/customers.create',
      { json: customer },
      { authorization: `Bearer ${own.apiKey.slice(0, -WORD.length)}${WORD}` },
    ),
    'a request for a link': post('/api/trpc/portal.requestLink', { json: { email: `${WORD}@example.com` } }, {}),
    'a sign-in': post('/api/auth/sign-in/email', { email: `${WORD}@example.com`, password: `${WORD}${WORD}` }, {}),
    'a link': fetch(`${url}/api/portal-session`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
      body: `token=${WORD}`,
      redirect: 'manual',
    }),
    'a page': fetch(`${url}/p/${WORD}`),
    'a page that has begun': fetch(`${url}/p/begun-${WORD}`),
  };
  const read = async ([name, sent]: [string, Promise<Response>]) => {
    const answer = await sent;
    return [name, { status: answer.status, body: await answer.text() }] as const;
  };
  return Object.fromEntries(await Promise.all(Object.entries(answers).map(read)));
}

/** Expects that a process printed only JSON, and nothing of what it received. */
function expectClean(lines: readonly string[]): void {
  for (const line of lines) {
    expect(() => JSON.parse(line), line).not.toThrow();
    expect(line).not.toMatch(/canary/i);
  }
}

const isFault = (level: number, lines: readonly string[]) =>
  lines.filter((line) => (JSON.parse(line) as { level: number }).level >= level);

test('answers 503 while the database is down, logs no secret, and recovers by itself', async () => {
  const web = await startWebProcess(own.env);
  const desk = await signIn(web);
  const before = await speak(web, desk);
  expect(before['a call with a key']?.status).toBe(200);
  expect(before['the desk']?.status).toBe(200);
  expect(before['a page']).toEqual({ status: 200, body: 'a page' });
  // Some requests are in flight when the database stops.
  const going = Array.from({ length: 5 }, () => speak(web, desk));
  await own.stop();
  await Promise.all(going);
  const began = Date.now();
  const answers = await speak(web, desk);
  expect(Date.now() - began).toBeLessThan(15_000);
  expect(Object.entries(answers).map(([name, { status }]) => [name, status])).toEqual(
    Object.keys(answers).map((name) => [name, 503]),
  );
  for (const name of ['a call with a key', 'a call', 'a read', 'a session of the portal', 'the desk'])
    expect(answers[name]?.body).toContain('Gatehouse cannot be used at the moment. Nothing was changed.');
  expect(isFault(50, web.lines()).length).toBeGreaterThan(0);
  // Signing out must not claim success if the session could not be ended.
  const left = await signOut(web, desk);
  expect(left.status).toBe(503);
  expect(left.headers.getSetCookie()).toEqual([]);
  expect(await left.text()).toContain('Gatehouse cannot be used at the moment.');

  await own.start();
  await expect.poll(async () => (await speak(web))['a call with a key']?.status, { timeout: 20_000 }).toBe(200);
  expect((await speak(web, desk))['the desk']?.status).toBe(200);
  expect((await signOut(web, desk)).status).toBe(200);
  expect((await speak(web, desk))['the desk']?.status).toBe(401);
  web.child.kill('SIGTERM');
  expect((await once(web.child, 'exit'))[0]).toBe(0);
  expectClean(web.lines());
  // The log does not hold the session secret either.
  for (const value of desk.split(/[=.;]/).filter((part) => part.length > 20))
    expect(web.lines().join()).not.toContain(value);
});

test('stops within five seconds while the database is down', async () => {
  const web = await startWebProcess(own.env);
  await speak(web);
  await own.stop();
  await speak(web);
  const began = Date.now();
  web.child.kill('SIGTERM');
  expect((await once(web.child, 'exit'))[0]).toBe(0);
  expect(Date.now() - began).toBeLessThan(5_000);
  expectClean(web.lines());
});

test('stops within five seconds while a request is half sent, and answers it', async () => {
  const web = await startWebProcess(own.env);
  const half = async (path: string) => {
    const socket = connect(Number(new URL(web.url).port), '127.0.0.1');
    const head = [`POST ${path} HTTP/1.1`, 'host: x', 'content-type: application/json', 'content-length: 100'];
    socket.write(`${head.join('\r\n')}\r\nauthorization: Bearer ${own.apiKey}\r\n\r\n{"json":"${WORD}`);
    return text(socket);
  };
  const paths = ['/api/trpc/customers.create', '/api/auth/sign-in/email', '/api/portal-session', '/p/x'];
  const said = Promise.all(paths.map(half));
  await pause(500);
  const began = Date.now();
  web.child.kill('SIGTERM');
  expect((await once(web.child, 'exit'))[0]).toBe(0);
  expect(Date.now() - began).toBeLessThan(5_000);
  for (const answer of await said) expect(answer).toMatch(/^HTTP\/1\.1 (503|200|403) /);
  expectClean(web.lines());
  expect(isFault(50, web.lines())).toEqual([]);
});

test('refuses malformed and oversized requests, also at sign-in, without logging an error', async () => {
  const web = await startWebProcess(own.env);
  const status = (path: string, method: string, body?: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', origin: 'http://localhost:3000' };
      const asked = request(`${web.url}${path}`, { method, headers }, (answer) => resolve(answer.resume().statusCode));
      asked.on('error', reject).end(body);
    });
  const long = 'x'.repeat(17 * 1024);
  for (const path of ['/api/auth/sign-in/email', '/api/portal-session']) {
    expect(await status(path, 'TRACE')).toBe(400);
    expect(await status(path, 'POST', long)).toBe(413);
  }
  web.child.kill('SIGTERM');
  await once(web.child, 'exit');
  expect(isFault(50, web.lines())).toEqual([]);
});

test('stops within five seconds while clients are busy on keep-alive connections, and completes every answer', async () => {
  const web = await startWebProcess(own.env);
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const failures: string[] = [];
  let last = 0;
  const call = () =>
    new Promise<void>((resolve) => {
      const sent = request(`${web.url}/api/trpc/customers.list`, {
        agent,
        headers: { authorization: `Bearer ${own.apiKey}` },
      });
      sent.on('response', (answer) => {
        if (answer.headers.connection === 'close') last += 1;
        answer.resume().on('end', resolve);
        answer.on('error', () => resolve(void failures.push('broken off')));
      });
      sent.on('error', (error: NodeJS.ErrnoException) => resolve(void failures.push(error.code ?? '')));
      sent.end();
    });
  let busy = true;
  const clients = Array.from({ length: 20 }, async () => {
    while (busy) await call();
  });
  await pause(500);
  expect({ failures, last }).toEqual({ failures: [], last: 0 });
  const began = Date.now();
  web.child.kill('SIGTERM');
  expect((await once(web.child, 'exit'))[0]).toBe(0);
  expect(Date.now() - began).toBeLessThan(5_000);
  busy = false;
  await Promise.all(clients);
  agent.destroy();
  expect(failures).not.toContain('broken off');
  // Busy clients got an answer instead of a closed connection.
  expect(last).toBeGreaterThan(0);
  expectClean(web.lines());
});

test('an uncaught error ends the process with one log line that holds nothing of its message', async () => {
  const web = await startWebProcess(own.env);
  await fetch(`${web.url}/crash`).catch(() => {});
  expect((await once(web.child, 'exit'))[0]).toBe(1);
  expectClean(web.lines());
  expect(isFault(60, web.lines())).toHaveLength(1);
});
