import { afterAll, beforeAll, expect, test } from 'vitest';
import { PORTAL_COOKIE } from './identities.ts';
import { serveWorld } from './served.testing.ts';

let served: Awaited<ReturnType<typeof serveWorld>>;
beforeAll(async () => {
  served = await serveWorld();
});
afterAll(() => served.close());

type Answer = {
  message: string;
  code?: string;
  hint?: string;
  requestId?: string;
  data?: { gatehouse: Omit<Answer, 'message' | 'data'> };
};

/** Sends a malformed request and returns the refusal from the answer. */
async function refusalOf(path: string, init: RequestInit = {}) {
  const { headers, ...rest } = init;
  const sent = { authorization: `Bearer ${served.key}`, 'content-type': 'application/json', ...headers };
  const answer = await fetch(`${served.url}/api/${path}`, { ...rest, headers: sent });
  const { error } = (await answer.json()) as { error: Answer & { json?: Answer } };
  const found = error.json ?? error;
  const { code, hint, requestId } = found.data?.gatehouse ?? found;
  expect(requestId).toMatch(/^req_\w{32}$/);
  expect(answer.headers.get('x-request-id')).toBe(requestId);
  return { status: answer.status, code, message: found.message, hint };
}

const create = (body: string, headers: Record<string, string> = {}): [string, RequestInit] => [
  'trpc/customers.create',
  { method: 'POST', body, headers },
];
const WRAP = 'Wrap the input: {"json": {"customerId": "cus_..."}}.';
const NO_ENVELOPE = 'The input does not stand in its envelope, {"json": ...}.';
const batch = (...paths: string[]) => `trpc/${paths.join(',')}?batch=1&input=%7B%7D`;

type Expected = { sent: [string, RequestInit?]; status: number; code: string; message: string; hint: string };
const invalid = { status: 400, code: 'INVALID_INPUT' };
const method = { status: 405, code: 'METHOD_NOT_ALLOWED' };
const notFound = { status: 404, code: 'NOT_FOUND' };
const unwrapped = { ...invalid, message: NO_ENVELOPE, hint: WRAP };
const nothing = { ...notFound, message: 'There is nothing here.', hint: 'Check the address and the method.' };

const REFUSED: Readonly<Record<string, Expected>> = {
  null: { sent: create('null'), ...unwrapped },
  'no envelope': { sent: create('{"type":"INDIVIDUAL"}'), ...unwrapped },
  'no envelope in an address': { sent: ['trpc/customers.list?input=7'], ...unwrapped },
  'an envelope that contradicts itself': {
    ...{ sent: create('{"json":{"type":1},"meta":{"values":{"type":["set"]}}}'), ...invalid },
    ...{ message: 'The meta of the envelope does not belong to its json.', hint: WRAP },
  },
  'half a body': {
    ...{ sent: create('{"json":'), ...invalid },
    ...{ message: 'The input is not JSON.', hint: 'Send {"json": ...} around the input.' },
  },
  'too much': {
    ...{ sent: create(`{"json":"${'x'.repeat(1024 * 1024)}"}`), status: 413, code: 'TOO_LARGE' },
    ...{ message: 'Send a body of at most 1 MB.', hint: 'Send less than the limit named in the message.' },
  },
  'plain text': {
    ...{ sent: create('{"json":{}}', { 'content-type': 'text/plain' }), status: 415, code: 'UNSUPPORTED_FILE' },
    ...{ message: 'Send JSON.', hint: 'Set the header content-type: application/json.' },
  },
  'an unknown procedure': {
    ...{ sent: ['trpc/customers.obliterate'], ...notFound },
    ...{ message: 'There is no such procedure.', hint: 'Check its name, like customers.create.' },
  },
  'a name that every object has': {
    ...{ sent: ['trpc/constructor'], ...notFound },
    ...{ message: 'There is no such procedure.', hint: 'Check its name, like customers.create.' },
  },
  'a wrongly encoded name': {
    ...{ sent: ['trpc/%'], ...notFound },
    ...{ message: 'There is no such procedure.', hint: 'Check how the address is encoded.' },
  },
  'a mutation by GET': {
    ...{ sent: ['trpc/customers.create'], ...method },
    ...{ message: 'The method is not one of this address.', hint: 'Use POST.' },
  },
  'a query by DELETE': {
    ...{ sent: ['trpc/customers.list', { method: 'DELETE' }], ...method },
    ...{ message: 'The method is not one of this address.', hint: 'Use GET or HEAD or POST.' },
  },
  'eleven calls': {
    ...{ sent: [batch(...Array<string>(11).fill('lifecycle.reasonCodes'))], ...invalid },
    ...{ message: 'A batch is at most 10 calls.', hint: 'Send the rest in another batch.' },
  },
  'a batch of both kinds': {
    sent: [batch('customers.list', 'customers.create')],
    ...invalid,
    message: 'The request cannot be read: Cannot mix procedure types in call: query, mutation.',
    hint: 'Correct the request.',
  },
  'a path of nobody': { sent: ['nope'], ...nothing },
  'an upload that is asked for': {
    ...{ sent: ['uploads/doc_x'], ...method },
    ...{ message: 'The method is not one of this address.', hint: 'Use PUT.' },
  },
  'a health that is asked for elsewhere': { sent: ['ready'], ...nothing },
  'a health of another name': { sent: ['health/well'], ...nothing },
};

test.each(Object.entries(REFUSED))(
  '%s is refused with a message and the request id',
  async (_name, { sent, ...refusal }) => {
    expect(await refusalOf(...sent)).toEqual(refusal);
  },
);

test('a refusal before the call has the shape that tRPC’s clients read', async () => {
  const { key, url } = served;
  const answer = await fetch(`${url}/api/trpc/customers.create?batch=1`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'text/plain' },
    body: '{}',
  });
  expect(await answer.json()).toMatchObject({
    error: { json: { message: 'Send JSON.', data: { httpStatus: 415, gatehouse: { code: 'UNSUPPORTED_FILE' } } } },
  });
});

test.each([
  ['trpc/customers.create', 'GET', 'POST'],
  ['trpc/customers.list', 'PUT', 'GET, HEAD, POST'],
  ['uploads/doc_x', 'POST', 'PUT'],
  ['files/doc_x', 'DELETE', 'GET'],
])('%s by %s names the methods that it takes', async (path, sent, allow) => {
  const answer = await fetch(`${served.url}/api/${path}`, {
    method: sent,
    headers: { authorization: `Bearer ${served.key}` },
  });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe(allow);
});

test('a cookie that cannot be decoded is not a session', async () => {
  const headers = { authorization: '', cookie: `${PORTAL_COOKIE}=%` };
  expect(await refusalOf('trpc/portal.session', { headers })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
});

test('idempotency keys with characters that cannot be stored are refused', async () => {
  for (const idempotencyKey of ['a\0', 'a\uD800', 'a\uD801'])
    expect(await refusalOf(...create(JSON.stringify({ json: { type: 'INDIVIDUAL', idempotencyKey } })))).toMatchObject({
      status: 400,
      message: 'Contains characters that cannot be stored.',
    });
});

test('no faults were logged', () => expect(served.faults).toEqual([]));
