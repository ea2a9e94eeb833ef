import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbedded } from '@gatehouse/db/embedded';
import { migrate } from '@gatehouse/db/migrate';
import { newId } from '@gatehouse/domain';
import { assemble, readKeys } from '@gatehouse/engine';
import { automaticProviders, fileInspector } from '@gatehouse/providers';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { putStaff } from '../staff.ts';
import { startWebProcess, type WebProcess } from './testing/web-process.ts';

// Each test starts processes, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let postgres: EmbeddedPostgres;
let env: Record<string, string>;
let apiKey: string;
/** A member of staff, who signs in where the process runs. */
const STAFF = { email: 'staff@example.com', name: 'Staff', role: 'auditor', password: 'a long password' } as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-outage-'));
  await chmod(folder, 0o755);
  await start();
  await migrate(postgres);
  env = {
    DATABASE_URL: postgres.appUrl,
    GATEHOUSE_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    GATEHOUSE_FILES: join(folder, 'files'),
  };
  apiKey = await addApp();
});
/** Puts the database up, and again where the test before took it away. */
const start = async (): Promise<void> => {
  await postgres?.stop();
  postgres = await startEmbedded({ dataDir: folder, durable: false });
};
beforeEach(start);
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

async function addApp(): Promise<string> {
  const { engine, deps, close } = assemble({
    databaseUrl: postgres.appUrl,
    name: 'test',
    keys: readKeys(env.GATEHOUSE_KEYS ?? ''),
    filesFolder: folder,
    providers: automaticProviders(),
    inspector: fileInspector,
    evaluation: true,
    publicUrl: 'http://localhost:3000',
    onError: () => {},
  });
  const [partnerId, tenantId] = [newId(), newId()];
  await deps.sql`insert into partner (id, name, support_email, account_manager) values (${partnerId}, 'Test', 'help@example.com', 'Test')`;
  await deps.sql`insert into tenant (id, partner_id, mode) values (${tenantId}, ${partnerId}, 'TEST')`;
  await putStaff(deps.sql, STAFF);
  const { key } = await engine.apiKeys.create({ tenantId, mode: 'TEST', name: 'test' });
  await close();
  return key;
}

const WORD = 'zxcanaryzx';

/** The cookies of somebody who has signed in at the desk. */
async function signIn({ url }: WebProcess): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
    body: JSON.stringify({ email: STAFF.email, password: STAFF.password }),
  });
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Signs out. */
const signOut = ({ url }: WebProcess, cookie: string) =>
  fetch(`${url}/api/auth/sign-out`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3000', cookie },
    body: '{}',
  });

/** Every way to a web process on which something secret or personal travels. @param desk the cookies of staff */
async function speak({ url }: WebProcess, desk = '') {
  const post = (path: string, body: unknown, headers: Record<string, string>) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...headers },
      body: JSON.stringify(body),
    });
  const app = { authorization: `Bearer ${apiKey}` };
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
      { authorization: `Bearer ${apiKey.slice(0, -WORD.length)}${WORD}` },
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
  };
  const read = async ([name, sent]: [string, Promise<Response>]) => {
    const answer = await sent;
    return [name, { status: answer.status, body: await answer.text() }] as const;
  };
  return Object.fromEntries(await Promise.all(Object.entries(answers).map(read)));
}

/** Judges what a process printed: JSON, and nothing that it was told. */
function expectClean(lines: readonly string[]): void {
  for (const line of lines) {
    expect(() => JSON.parse(line), line).not.toThrow();
    expect(line).not.toMatch(/canary/i);
  }
}

const isFault = (level: number, lines: readonly string[]) =>
  lines.filter((line) => (JSON.parse(line) as { level: number }).level >= level);

test('while the database is away the API answers 503 and says so, the log holds no secret, and all goes on by itself', async () => {
  const web = await startWebProcess(env);
  const desk = await signIn(web);
  const before = await speak(web, desk);
  expect(before['a call with a key']?.status).toBe(200);
  expect(before['the desk']?.status).toBe(200);
  expect(before['a page']).toEqual({ status: 200, body: 'a page' });
  // Some are on their way while it goes.
  const going = Array.from({ length: 5 }, () => speak(web, desk));
  await postgres.stop();
  await Promise.all(going);
  const began = Date.now();
  const { 'a page': page, ...answers } = await speak(web, desk);
  expect(Date.now() - began).toBeLessThan(15_000);
  expect(page?.status).toBe(500);
  expect(Object.entries(answers).map(([name, { status }]) => [name, status])).toEqual(
    Object.keys(answers).map((name) => [name, 503]),
  );
  for (const name of ['a call with a key', 'a call', 'a read', 'a session of the portal', 'the desk'])
    expect(answers[name]?.body).toContain('Gatehouse cannot be used at the moment. Nothing was changed.');
  expect(isFault(50, web.lines()).length).toBeGreaterThan(0);
  // A session that could not be ended is not said to be.
  const left = await signOut(web, desk);
  expect(left.status).toBe(503);
  expect(left.headers.getSetCookie()).toEqual([]);
  expect(await left.text()).toContain('Gatehouse cannot be used at the moment.');

  await start();
  await expect.poll(async () => (await speak(web))['a call with a key']?.status, { timeout: 20_000 }).toBe(200);
  expect((await speak(web, desk))['the desk']?.status).toBe(200);
  expect((await signOut(web, desk)).status).toBe(200);
  expect((await speak(web, desk))['the desk']?.status).toBe(401);
  web.child.kill('SIGTERM');
  expect((await once(web.child, 'exit'))[0]).toBe(0);
  expectClean(web.lines());
  // The secret that signs somebody in is nowhere either.
  for (const value of desk.split(/[=.;]/).filter((part) => part.length > 20))
    expect(web.lines().join()).not.toContain(value);
});

test('asked to stop while the database is away it ends within five seconds', async () => {
  const web = await startWebProcess(env);
  await speak(web);
  await postgres.stop();
  await speak(web);
  const began = Date.now();
  web.child.kill('SIGTERM');
  expect((await once(web.child, 'exit'))[0]).toBe(0);
  expect(Date.now() - began).toBeLessThan(5_000);
  expectClean(web.lines());
});

test('asked to stop while clients are busy on connections that they keep it ends within five seconds, and breaks off no answer', async () => {
  const web = await startWebProcess(env);
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const failures: string[] = [];
  let last = 0;
  const call = () =>
    new Promise<void>((resolve) => {
      const sent = request(`${web.url}/api/trpc/customers.list`, {
        agent,
        headers: { authorization: `Bearer ${apiKey}` },
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
  // Whoever was busy was told, and did not find its connection cut.
  expect(last).toBeGreaterThan(0);
  expectClean(web.lines());
});

test('an error that nobody caught ends the process with one line that holds nothing of it', async () => {
  const web = await startWebProcess(env);
  await fetch(`${web.url}/crash`).catch(() => {});
  expect((await once(web.child, 'exit'))[0]).toBe(1);
  expectClean(web.lines());
  expect(isFault(60, web.lines())).toHaveLength(1);
});
