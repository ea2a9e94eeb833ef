import { randomBytes } from 'node:crypto';
import { FILE_RULES, PAGE_OF, showId } from '@gatehouse/domain';
import { createApiKey } from '@gatehouse/engine';
import {
  completeCustomer,
  createdCustomer,
  customerIn,
  pdfOf,
  specimenBytes,
  type World,
} from '@gatehouse/engine/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PORTAL_COOKIE } from './identities.ts';
import { serveWorld } from './served.testing.ts';

let served: Awaited<ReturnType<typeof serveWorld>>;
let world: World;
let url: string;
let key: string;

beforeAll(async () => {
  served = await serveWorld();
  ({ world, url, key } = served);
});
afterAll(() => served.close());

const bearer = () => ({ authorization: `Bearer ${key}` });

async function mutate(
  path: string,
  input: unknown,
  headers: Record<string, string> = bearer(),
): Promise<{ status: number; requestId: string | null; body: Record<string, never> }> {
  const answer = await fetch(`${url}/api/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ json: input }),
  });
  return {
    status: answer.status,
    requestId: answer.headers.get('x-request-id'),
    body: (await answer.json()) as Record<string, never>,
  };
}

/** A portal session in a browser. */
async function portalCookie(customerId: string): Promise<string> {
  const link = await world.engine.portalLinks.create(world.app, { customerId });
  const session = await world.engine.portal.open(link.url.split('/p/')[1] ?? '');
  return `${PORTAL_COOKIE}=${session.token}`;
}

test('a page of one customer cannot use the session of another in the same browser', async () => {
  const [one, other] = [await createdCustomer(world), await createdCustomer(world)];
  const headers = { cookie: await portalCookie(other), origin: url };
  const save = (page: Record<string, string>) =>
    mutate('portal.save', { subject: 'name', values: { givenNames: 'Ana' } }, { ...headers, ...page });
  expect((await save({ [PAGE_OF]: showId('customer', one) })).status).toBe(401);
  expect((await save({ [PAGE_OF]: showId('customer', other) })).status).toBe(200);
});

describe('answers', () => {
  test('every answer and refusal has a request id, which the caller can choose', async () => {
    const good = await mutate('customers.create', { type: 'INDIVIDUAL' });
    expect(good.status).toBe(200);
    expect(good.requestId).toMatch(/^req_/);
    const chosen = await mutate(
      'customers.create',
      { type: 'INDIVIDUAL' },
      { ...bearer(), 'x-request-id': 'caller-0123456789' },
    );
    expect(chosen.requestId).toBe('caller-0123456789');
    for (const headers of [{}, { authorization: 'Bearer gh_test_nothing' }]) {
      const refused = await mutate('customers.create', { type: 'INDIVIDUAL' }, headers as Record<string, string>);
      expect(refused.status).toBe(401);
      expect(refused.body).toMatchObject({
        error: { json: { data: { gatehouse: { code: 'UNAUTHENTICATED', requestId: refused.requestId } } } },
      });
    }
  });

  test('a refusal has its code, its fields and a hint, and never a stack trace', async () => {
    for (const [wrong, named] of [
      [{ colour: 'red' }, ['colour']],
      [
        { profile: { birthDate: '1990-02-31', address: { planet: 'Earth' } } },
        ['profile.birthDate', 'profile.address.planet'],
      ],
      [{ profile: { shoeSize: 44 } }, ['There is no such field: profile.shoeSize.']],
      [{ profile: 'Anna' }, ['profile must be an object.']],
      [{ program: 'gold' }, ['There is no such program for this type.']],
      [{ type: 'BUSINESS' }, ['Customers of this type cannot be created.']],
    ] as const) {
      const refused = await mutate('customers.create', { type: 'INDIVIDUAL', ...wrong });
      expect(refused.status).toBe(400);
      const text = JSON.stringify(refused.body);
      expect(text).toContain('INVALID_INPUT');
      for (const part of named) expect(text).toContain(part);
      expect(text).not.toContain('node_modules');
    }
  });

  test('a locked update answers 409 with the status and what is allowed now', async () => {
    const id = await completeCustomer(world);
    const refused = await mutate('customers.update', {
      customerId: showId('customer', id),
      profile: { givenNames: 'Other' },
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      error: {
        json: {
          data: {
            gatehouse: {
              code: 'UPDATE_NOT_ALLOWED',
              data: { customerStatus: 'UNDER_REVIEW', allowed: ['viewProfile'] },
            },
          },
        },
      },
    });
  });

  test('unknown procedures, broken JSON, NUL bytes and long batches are refused early', async () => {
    expect((await mutate('customers.obliterate', {})).status).toBe(404);
    const broken = await fetch(`${url}/api/trpc/customers.create`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer() },
      body: '{',
    });
    expect(broken.status).toBe(400);
    expect(
      (await mutate('customers.create', { type: 'INDIVIDUAL', externalId: 'a', profile: { givenNames: 'A\0B' } }))
        .status,
    ).toBe(400);
    const paths = Array.from({ length: 11 }, () => 'lifecycle.reasonCodes').join(',');
    expect((await fetch(`${url}/api/trpc/${paths}?batch=1&input=%7B%7D`)).status).toBe(400);
    const large = await mutate('customers.create', { type: 'INDIVIDUAL', externalId: 'x'.repeat(1024 * 1024 + 1) });
    expect(large.status).toBe(413);
  });

  test('limits of 0, -1 and 1e9 and a changed cursor are refused', async () => {
    for (const input of [{ limit: 0 }, { limit: -1 }, { limit: 1e9 }, { cursor: 'bm90IG9uZQ' }]) {
      const query = encodeURIComponent(JSON.stringify({ json: input }));
      expect((await fetch(`${url}/api/trpc/customers.list?input=${query}`, { headers: bearer() })).status).toBe(400);
    }
  });

  test('no faults were logged', () => expect(served.faults).toEqual([]));
});

describe('a session in a cookie', () => {
  test('acts only from our own pages, and only in JSON', async () => {
    const cookie = await portalCookie(await createdCustomer(world));
    const input = { subject: 'name', values: { givenNames: 'Anna' } };
    const own = await mutate('portal.save', input, { cookie, origin: url });
    expect(own.status).toBe(200);
    expect((await mutate('portal.save', input, { cookie, origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await mutate('portal.save', input, { cookie })).status).toBe(403);
    const form = await fetch(`${url}/api/trpc/portal.save`, {
      method: 'POST',
      headers: { cookie, origin: url, 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x--',
    });
    expect(form.status).toBe(415);
  });
});

describe('files', () => {
  async function begun(customerId: string): Promise<string> {
    return (await world.engine.documents.create(world.app, { customerId, kind: 'PASSPORT', side: 'FRONT' })).id;
  }
  const put = (documentId: string, body: Uint8Array, headers: Record<string, string> = bearer()) =>
    fetch(`${url}/api/uploads/${documentId}`, { method: 'PUT', headers, body: new Uint8Array(body) });

  test('are uploaded raw, downloaded as attachments, and visible only to their owner', async () => {
    const customerId = await createdCustomer(world);
    const documentId = await begun(customerId);
    const up = await put(documentId, await specimenBytes());
    expect(up.status).toBe(200);
    expect(await up.json()).toMatchObject({ state: 'HELD', type: 'image/jpeg' });
    const down = await fetch(`${url}/api/files/${documentId}`, { headers: bearer() });
    expect(down.status).toBe(200);
    expect(down.headers.get('content-disposition')).toContain('attachment');
    expect(down.headers.get('x-content-type-options')).toBe('nosniff');
    const { key: foreign } = await createApiKey(world.deps, {
      tenantId: world.foreignApp.tenantId,
      mode: 'TEST',
      name: 'foreign',
    });
    const theirs = { authorization: `Bearer ${foreign}` };
    expect((await fetch(`${url}/api/files/${documentId}`, { headers: theirs })).status).toBe(404);
    expect((await put(documentId, await specimenBytes(), theirs)).status).toBe(404);
    expect((await fetch(`${url}/api/files/${documentId}`)).status).toBe(401);
  });

  test('that are PDFs are downloaded unchanged, and as a preview', async () => {
    const documentId = await begun(await createdCustomer(world));
    const pdf = pdfOf();
    expect(await (await put(documentId, pdf)).json()).toMatchObject({
      type: 'application/pdf',
      pages: 1,
      hasPicture: true,
    });
    const get = async (query: string) => fetch(`${url}/api/files/${documentId}${query}`, { headers: bearer() });
    const file = await get('');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="document.pdf"');
    expect(Buffer.from(await file.arrayBuffer()).equals(pdf)).toBe(true);
    const picture = await get('?as=picture');
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('that are too large, too small or of another type are refused with a specific code', async () => {
    const documentId = await begun(await createdCustomer(world));
    expect((await put(documentId, randomBytes(FILE_RULES.maxBytes + 1))).status).toBe(413);
    expect((await put(documentId, randomBytes(100))).status).toBe(415);
    expect((await put(documentId, randomBytes(50_000))).status).toBe(415);
    expect((await put(documentId, Buffer.from(`<html>${'x'.repeat(20_000)}</html>`))).status).toBe(415);
  });

  test('of a rejected customer are not shown to the customer', async () => {
    const customerId = await customerIn(world, 'REJECTED');
    const [document] = await world.engine.documents.list(world.app, customerId);
    const cookie = await portalCookie(customerId);
    expect((await fetch(`${url}/api/files/${document?.id}`, { headers: { cookie } })).status).toBe(404);
  });
});

describe('changes', () => {
  test('are sent only to the customer’s own pages', async () => {
    const [mine, other] = [await createdCustomer(world), await createdCustomer(world)];
    expect((await fetch(`${url}/api/changes?for=portal`)).status).toBe(401);
    const stop = new AbortController();
    const stream = await fetch(`${url}/api/changes?for=portal`, {
      headers: { cookie: await portalCookie(mine) },
      signal: stop.signal,
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const heard: string[] = [];
    void (async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) heard.push(part.value);
    })().catch(() => {});
    const told = () => heard.join('').split('event: changed').length - 1;
    await world.engine.customers.setMetadata(world.app, { customerId: other, metadata: { a: 'b' } });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(told()).toBe(0);
    await world.engine.customers.setMetadata(world.app, { customerId: mine, metadata: { a: 'b' } });
    await expect.poll(told, { timeout: 5000 }).toBe(1);
    stop.abort();
  });
});

describe('health', () => {
  test('live and ready report the state of the process', async () => {
    expect((await fetch(`${url}/api/health/live`)).status).toBe(200);
    const ready = await fetch(`${url}/api/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ database: true, queue: true, files: true, draining: false });
  });
});
