import { request } from 'node:http';
import { createdCustomer } from '@gatehouse/engine/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PORTAL_COOKIE } from './identities.ts';
import { serveWorld } from './served.testing.ts';

type Served = Awaited<ReturnType<typeof serveWorld>>;
let direct: Served;
let proxied: Served;
beforeAll(async () => {
  [direct, proxied] = await Promise.all([serveWorld(), serveWorld({ trusted: '127.0.0.0/8' })]);
});
afterAll(async () => void (await Promise.all([direct.close(), proxied.close()])));

const ELSEWHERE = 'https://elsewhere.example';

/** Saves like a customer's browser, with additional headers. Node allows a `Host` header, and fetch does not. */
async function save({ world, port }: Served, headers: Record<string, string>): Promise<number> {
  const customerId = await createdCustomer(world);
  const link = await world.engine.portalLinks.create(world.app, { customerId });
  const { token } = await world.engine.portal.open(link.url.split('/p/')[1] ?? '');
  const sent = { 'content-type': 'application/json', cookie: `${PORTAL_COOKIE}=${token}`, ...headers };
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, method: 'POST', path: '/api/trpc/portal.save', headers: sent },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify({ json: { subject: 'name', values: { givenNames: 'Anna' } } }));
  });
}

describe('a change with a cookie must come from our own pages', () => {
  test('at the requested host, or at the address of the installation', async () => {
    expect(await save(direct, { origin: direct.url })).toBe(200);
    expect(await save(direct, { origin: 'https://desk.example' })).toBe(200);
    expect(await save(direct, { origin: ELSEWHERE })).toBe(403);
    expect(await save(direct, {})).toBe(403);
  });

  test('a host forwarded by a stranger is ignored', async () => {
    expect(await save(direct, { origin: ELSEWHERE, 'x-forwarded-host': 'elsewhere.example' })).toBe(403);
  });

  test('a host forwarded by a trusted proxy is used', async () => {
    const headers = { host: 'inside:8080', 'x-forwarded-host': 'people.example' };
    expect(await save(proxied, { ...headers, origin: 'https://people.example' })).toBe(200);
    expect(await save(proxied, { ...headers, origin: ELSEWHERE })).toBe(403);
  });
});

describe('an Authorization header beside a cookie', () => {
  test.each(['anything', 'Basic YTpi', 'Bearer'])(
    '%s is not a key, and the origin is checked',
    async (authorization) => {
      expect(await save(direct, { authorization, origin: ELSEWHERE })).toBe(403);
      expect(await save(direct, { authorization, origin: direct.url })).toBe(200);
    },
  );

  test.each(['Bearer anything', 'bearer gh_test_nothing'])('with %s cookies are ignored', async (authorization) => {
    expect(await save(direct, { authorization, origin: ELSEWHERE })).toBe(401);
    expect(await save(direct, { authorization, origin: direct.url })).toBe(401);
  });

  test.each(['Bearer', 'bearer', 'BEARER', 'bEaReR'])('%s is the scheme in any letter case', async (scheme) => {
    const headers = { authorization: `${scheme} ${direct.key}` };
    expect(
      (await fetch(`${direct.url}/api/trpc/customers.list?input=%7B%22json%22%3A%7B%7D%7D`, { headers })).status,
    ).toBe(200);
  });
});
