import { LIMITS, newId, showId } from '@gatehouse/domain';
import { createdCustomer, idOf, portalOf, specimenBytes } from '@gatehouse/engine/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PORTAL_COOKIE } from './identities.ts';
import { serveWorld } from './served.testing.ts';

let served: Awaited<ReturnType<typeof serveWorld>>;
beforeAll(async () => {
  served = await serveWorld({ trusted: '127.0.0.1' });
});
afterAll(() => served.close());

/** A customer, with the headers of their browser. */
async function visitor() {
  const { engine, app } = served.world;
  const customerId = await createdCustomer(served.world);
  const link = await engine.portalLinks.create(app, { customerId });
  const { token } = await engine.portal.open(link.url.split('/p/')[1] ?? '');
  return { customerId, headers: { cookie: `${PORTAL_COOKIE}=${token}`, origin: served.url } };
}

const mutate = (path: string, input: unknown, headers: Record<string, string> = {}) =>
  fetch(`${served.url}/api/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ json: input }),
  });

async function expectWait(answer: Response, seconds: number, words: string): Promise<void> {
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe(String(seconds));
  const text = await answer.text();
  expect(text).toContain('TOO_MANY_REQUESTS');
  expect(text).toContain(words);
}

test('one of thirty simultaneous link requests is accepted, and networks are counted by their real address', async () => {
  const email = `${newId()}@customer.example`;
  const ask = (address: string, forwarded: string) =>
    mutate('portal.requestLink', { email: address }, { 'x-forwarded-for': forwarded });
  const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => ask(email, `198.51.100.${i}`)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const refused = answers.find(({ status }) => status === 429);
  if (refused) await expectWait(refused, 300, 'Try again in 5 minutes.');

  // Addresses that a client writes itself come before the proxy's and are ignored.
  const forged = Array.from({ length: 40 }, (_, i) => ask(`${newId()}@customer.example`, `6.6.6.${i}, 203.0.113.5`));
  const taken = (await Promise.all(forged)).filter(({ status }) => status === 200);
  expect(taken).toHaveLength(LIMITS['link.network'].max);
});

test('links to another device', async () => {
  const { headers } = await visitor();
  const { max } = LIMITS['handOver.customer'];
  const answers = await Promise.all(
    Array.from({ length: max + 5 }, () => mutate('portal.handOver', undefined, headers)),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(max);
  await expectWait(await mutate('portal.handOver', undefined, headers), 3600, 'links to another device');
  // A batch has the longest wait of its calls.
  const batch = await fetch(`${served.url}/api/trpc/portal.handOver,portal.save?batch=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ 0: { json: null }, 1: { json: { subject: 'name', values: {} } } }),
  });
  expect([batch.status, batch.headers.get('retry-after')]).toEqual([207, '3600']);
});

test('documents, uploads and their bytes are limited per customer, for all callers', async () => {
  const { engine, app } = served.world;
  const { customerId, headers } = await visitor();
  const begun = await engine.documents.create(app, { customerId, kind: 'PASSPORT', side: 'FRONT' });
  const put = async (to: string, sent: Record<string, string>) =>
    fetch(`${served.url}/api/uploads/${to}`, {
      method: 'PUT',
      headers: sent,
      body: new Uint8Array(await specimenBytes()),
    });
  const bearer = { authorization: `Bearer ${served.key}` };
  const { max } = LIMITS['uploadBytes.customer'];
  await engine.limits.spend({ limit: 'uploadBytes.customer', of: customerId, amount: max - 1000 });
  for (const sent of [headers, bearer]) await expectWait(await put(begun.id, sent), 3600, 'bytes of uploads');
  const [row] = await served.world.sql`select state from document where id = ${idOf('document', begun.id)}`;
  expect(row?.state).toBe('EXPECTED');

  const other = await visitor();
  const theirs = await engine.documents.create(app, { customerId: other.customerId, kind: 'PASSPORT', side: 'FRONT' });
  expect((await put(theirs.id, bearer)).status).toBe(200);
  await engine.limits.spend({
    limit: 'upload.customer',
    of: other.customerId,
    amount: LIMITS['upload.customer'].max - 1,
  });
  await expectWait(await put(theirs.id, other.headers), 3600, 'uploads');

  const create = (sent: Record<string, string>) =>
    mutate('documents.create', { customerId: showId('customer', other.customerId), kind: 'OTHER' }, sent);
  await engine.limits.spend({
    limit: 'document.customer',
    of: other.customerId,
    amount: LIMITS['document.customer'].max - 2,
  });
  expect((await create(bearer)).status).toBe(200);
  await expectWait(await create(bearer), 3600, 'documents');
  await expect(
    engine.documents.create(portalOf(app, other.customerId), {
      customerId: other.customerId,
      kind: 'OTHER',
      side: 'FRONT',
    }),
  ).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});

test('streams are limited per session, and freed when they are closed', async () => {
  const { headers } = await visitor();
  const { max } = LIMITS['stream.session'];
  const open = async () => {
    const stop = new AbortController();
    const answer = await fetch(`${served.url}/api/changes?for=portal`, { headers, signal: stop.signal });
    return { answer, close: () => stop.abort() };
  };
  const streams = await Promise.all(Array.from({ length: max }, open));
  expect(streams.filter(({ answer }) => answer.status === 200)).toHaveLength(max);
  await expectWait((await open()).answer, 120, 'open pages');
  expect((await fetch(`${served.url}/api/changes?for=portal`, await visitor())).status).toBe(200);
  streams[0]?.close();
  await expect.poll(async () => (await open()).answer.status, { timeout: 5000 }).toBe(200);
  for (const { close } of streams) close();
});

test('no faults were logged', () => expect(served.faults).toEqual([]));
