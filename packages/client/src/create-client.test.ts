import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TRPCClient } from '@trpc/client';
import { initTRPC, TRPCError } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import superjson from 'superjson';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClientOptions, createClient } from './create-client.ts';
import { errorOf } from './error-of.ts';

// A small server with the API's error shape, because this tests the transport and not the procedures.
const t = initTRPC.create({
  transformer: superjson,
  errorFormatter: ({ shape }) => ({
    ...shape,
    data: {
      ...shape.data,
      gatehouse: { code: 'VERSION_CONFLICT', hint: 'Read it again.', data: { currentVersion: 4 }, requestId: 'r-1' },
    },
  }),
});
const router = t.router({
  echo: t.procedure.input((value) => value as Date).query(({ input }) => input),
  refuse: t.procedure.mutation(() => {
    throw new TRPCError({ code: 'CONFLICT', message: 'The record has changed since you read it.' });
  }),
});

const requests: { url: string; authorization: string | undefined; extra: string | undefined }[] = [];
const handler = createHTTPHandler({ router, basePath: '/api/trpc/', allowMethodOverride: true });
const server = createServer((request, response) => {
  const { authorization, 'x-extra': extra } = request.headers;
  requests.push({ url: request.url ?? '', authorization, extra: extra?.toString() });
  handler(request, response);
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => server.close(done)));

const connect = (more: Partial<ClientOptions> = {}) =>
  createClient({ url, apiKey: 'gh_test_1', ...more }) as unknown as TRPCClient<typeof router>;

test('sends the key and other headers, keeps dates, and puts inputs into the body instead of the address', async () => {
  requests.length = 0;
  const date = new Date('2026-11-21T10:00:00Z');
  expect(await connect({ url: `${url}//`, headers: { 'x-extra': 'yes' } }).echo.query(date)).toEqual(date);
  expect(requests).toEqual([{ url: '/api/trpc/echo?batch=1', authorization: 'Bearer gh_test_1', extra: 'yes' }]);
});

test('sends at most ten calls in a batch', async () => {
  requests.length = 0;
  const client = connect();
  await Promise.all(Array.from({ length: 25 }, () => client.echo.query(new Date(0))));
  expect(requests.map((request) => request.url.split('?')[0]?.split(',').length)).toEqual([10, 10, 5]);
});

test('uses the fetch that it is given', async () => {
  const seen: string[] = [];
  const client = connect({
    fetch: (input, init) => {
      seen.push(input);
      return fetch(input, init);
    },
  });
  await client.echo.query(new Date(0));
  expect(seen).toHaveLength(1);
});

test('reads the code, hint, data and request id of a refusal', async () => {
  const error = await connect()
    .refuse.mutate()
    .catch((thrown: unknown) => thrown);
  expect(errorOf(error)).toEqual({
    code: 'VERSION_CONFLICT',
    message: 'The record has changed since you read it.',
    hint: 'Read it again.',
    data: { currentVersion: 4 },
    requestId: 'r-1',
  });
});

test('reads other errors as null', async () => {
  const nobody = connect({ url: 'http://127.0.0.1:1' });
  expect(errorOf(await nobody.echo.query(new Date(0)).catch((thrown: unknown) => thrown))).toBeNull();
  for (const thrown of [
    null,
    undefined,
    'x',
    new Error('x'),
    Object.assign(new Error('x'), { data: { gatehouse: 1 } }),
  ])
    expect(errorOf(thrown)).toBeNull();
});
