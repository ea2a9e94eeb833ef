import { once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type HangingProxy, hangingProxy } from './testing/hanging-proxy.ts';
import { type OwnInstallation, ownInstallation, signIn } from './testing/own-installation.ts';
import { startWebProcess, type WebProcess } from './testing/web-process.ts';

// The answers come from a real process, which gives up on the database after 25 seconds.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let own: OwnInstallation;
let way: HangingProxy;
let web: WebProcess;
let cookie: string;

beforeAll(async () => {
  own = await ownInstallation();
  way = await hangingProxy(own.databasePort);
  const address = new URL(own.env.DATABASE_URL ?? '');
  address.port = String(way.port);
  web = await startWebProcess({ ...own.env, DATABASE_URL: address.href });
  cookie = await signIn(web);
});
afterAll(async () => {
  web.child.kill('SIGTERM');
  await once(web.child, 'exit');
  way.close();
  await own.remove();
});

/** An answer, or the beginning of a stream, and how long it took in seconds. */
async function ask(path: string, init: RequestInit = {}) {
  const began = Date.now();
  const answer = await fetch(`${web.url}${path}`, { redirect: 'manual', ...init });
  const body = path.startsWith('/api/changes') ? '' : await answer.text();
  return { status: answer.status, body, took: (Date.now() - began) / 1000, answer };
}
const post = (path: string, body: string, headers: Record<string, string>) =>
  ask(path, { method: 'POST', body, headers: { origin: 'http://localhost:3000', ...headers } });
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** Everything that a stream sends from now on. */
function heard({ answer }: Awaited<ReturnType<typeof ask>>) {
  const said = { text: '', ended: false };
  const listen = async (): Promise<void> => {
    for await (const part of answer.body ?? []) said.text += new TextDecoder().decode(part);
  };
  const end = (): void => {
    said.ended = true;
  };
  void listen().then(end, end);
  return said;
}

test('answers every request in time while the database hangs, and continues the change feed afterwards', async () => {
  const before = await ask('/api/changes?for=desk', { headers: { cookie } });
  expect(before.status).toBe(200);
  const said = heard(before);
  // Opens all connections of the pool first, because a new connection gives up by itself after ten seconds.
  await Promise.all(Array.from({ length: 40 }, () => ask('/api/trpc/desk.queue.counts', { headers: { cookie } })));

  way.hang();
  const answers = {
    'signing in': post('/api/auth/sign-in/email', '{"email":"a@example.com","password":"a password"}', json),
    'signing out': post('/api/auth/sign-out', '{}', { ...json, cookie }),
    'a code': post('/api/auth/two-factor/verify-totp', '{"code":"123456"}', { ...json, cookie }),
    'a link': post('/api/portal-session', 'token=abc', form),
    'the end of a session': post('/api/portal-session/end', '', { ...form, cookie: 'gatehouse_portal=abc' }),
    'the desk': ask('/api/trpc/desk.queue.counts', { headers: { cookie } }),
    'a page': ask('/p/abc'),
  };
  for (const [name, sent] of Object.entries(answers)) {
    const { status, took, body } = await sent;
    expect({ name, status }).toEqual({ name, status: 503 });
    expect(took, name).toBeGreaterThan(name === 'a page' ? 4.9 : 24.9);
    expect(took, name).toBeLessThan(name === 'a page' ? 10 : 30);
    if (name !== 'a page') expect(body).toContain('"UNAVAILABLE"');
  }
  expect(said.ended).toBe(false);

  way.resume();
  await expect.poll(async () => (await ask('/p/abc')).status, { timeout: 15_000 }).toBe(200);
  // The stream from before is still open, and sends new changes.
  said.text = '';
  const created = await post('/api/trpc/customers.create', '{"json":{"type":"INDIVIDUAL","email":"n@example.com"}}', {
    ...json,
    authorization: `Bearer ${own.apiKey}`,
  });
  expect(created.status).toBe(200);
  await expect.poll(() => said.text, { timeout: 10_000 }).toContain('event: changed');
  expect(said.ended).toBe(false);
});
