import { setTimeout as pause } from 'node:timers/promises';
import { createdCustomer } from '@gatehouse/engine/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveWorld } from './served.testing.ts';

/** In milliseconds; enough for calls that are not blocked. */
const WITHIN = 1000;
let served: Awaited<ReturnType<typeof serveWorld>>;
let document: string;

beforeAll(async () => {
  served = await serveWorld({ answerWithin: WITHIN, staff: 'reviewer' });
  const { engine, app } = served.world;
  const customerId = await createdCustomer(served.world);
  document = (await engine.documents.create(app, { customerId, kind: 'PASSPORT', side: 'FRONT' })).id;
});
afterAll(() => served.close());

/** Sends a request while a table is locked, so that its queries hang. */
async function whileHeld<T>(table: string, work: () => Promise<T>): Promise<T> {
  const { owner } = served.world;
  const session = await owner.reserve();
  try {
    await session`begin`;
    await session`lock table ${owner(table)} in access exclusive mode`;
    return await work();
  } finally {
    await session`rollback`;
    session.release();
  }
}

async function ask(path: string, init: RequestInit = {}) {
  const began = Date.now();
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${served.key}` };
  const answer = await fetch(`${served.url}${path}`, { headers, ...init });
  const connection = answer.headers.get('connection');
  return { status: answer.status, connection, body: await answer.text(), took: Date.now() - began };
}
const list = () => ask(`/api/trpc/customers.list?input=${encodeURIComponent('{"json":{}}')}`);
const customers = async () => (await served.world.owner`select id from customer`).length;
const create = (email: string) =>
  ask('/api/trpc/customers.create', {
    method: 'POST',
    body: JSON.stringify({ json: { type: 'INDIVIDUAL', email } }),
  });

const unavailable = (words: string) => ({
  status: 503,
  connection: 'keep-alive',
  body: expect.stringMatching(new RegExp(`${words}.*"UNAVAILABLE"`)),
});
const UNCHANGED = unavailable('Nothing was changed');
const UNKNOWN = unavailable('It is not known whether your change was saved');

test('a call to a hanging database is answered in time, with its known outcome', async () => {
  const before = await customers();
  const answers = await whileHeld('customer', () => Promise.all([list(), create('late@customer.example')]));
  expect(answers).toMatchObject([UNCHANGED, UNKNOWN]);
  for (const { took } of answers) expect(took).toBeGreaterThanOrEqual(WITHIN - 10);
  // The abandoned work ends later, and the same calls succeed again.
  await expect.poll(customers).toBe(before + 1);
  expect((await list()).status).toBe(200);
});

test('the same applies to files, and uploads have more time', async () => {
  const [file, upload] = await whileHeld('document', () =>
    Promise.all([
      ask(`/api/files/${document}`),
      ask(`/api/uploads/${document}`, { method: 'PUT', body: Buffer.alloc(100) }),
    ]),
  );
  expect([file, upload]).toMatchObject([UNCHANGED, UNKNOWN]);
  expect(upload.took).toBeGreaterThan(file.took + WITHIN);
});

test('the stream of changes has no deadline: it starts when it can be counted, and stays open', async () => {
  let begun: Response | undefined;
  const stream = new AbortController();
  const listening = fetch(`${served.url}/api/changes?for=desk`, { signal: stream.signal }).then((answer) => {
    begun = answer;
  });
  await whileHeld('rate_limit', async () => {
    await pause(2 * WITHIN);
    expect(begun).toBeUndefined();
  });
  await listening;
  expect(begun?.status).toBe(200);
  const said = begun?.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await said?.read())?.value).toBe('retry: 2000\n\n');
  await pause(WITHIN);
  await createdCustomer(served.world);
  expect((await said?.read())?.value).toContain('event: changed');
  stream.abort();
});

test('work that fails after its answer breaks nothing', async () => {
  const before = await customers();
  await whileHeld('customer', async () => {
    expect(await create('lost@customer.example')).toMatchObject(UNKNOWN);
    const ended = await served.world.owner`select pg_terminate_backend(pid, 5000) from pg_locks
      where not granted and relation = 'customer'::regclass`;
    expect(ended).not.toHaveLength(0);
  });
  expect((await list()).status).toBe(200);
  expect(await customers()).toBe(before);
});
