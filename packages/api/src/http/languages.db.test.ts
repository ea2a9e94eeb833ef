import { CAPABILITIES, type ErrorCode, ROLES, showId } from '@gatehouse/domain';
import { completeCustomer, createdCustomer, specimenBytes } from '@gatehouse/engine/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CASES, unknownIds } from '../procedure-cases.testing.ts';
import { serveWorld } from './served.testing.ts';

let served: Awaited<ReturnType<typeof serveWorld>>;
beforeAll(async () => {
  served = await serveWorld({ staff: 'admin' });
});
afterAll(() => served.close());

type Said = { message: string; code?: string; hint?: string; data?: { issues?: { path: string; message: string }[] } };
type Refused = Said & { data?: { gatehouse?: Omit<Said, 'message'> } };
const seen = new Set<string>();

/** Calls in the pseudo-language. All texts of the refusal must be in it, except those from the request itself. */
async function expectSaid(path: string, { headers, ...init }: RequestInit = {}): Promise<void> {
  const sent = { authorization: `Bearer ${served.key}`, 'content-type': 'application/json', ...headers };
  const answer = await fetch(`${served.url}/api/${path}`, {
    ...init,
    headers: { ...sent, 'accept-language': 'en-XA' },
  });
  const { error } = (await answer.json()) as { error?: Refused & { json?: Refused } };
  const found = error?.json ?? error;
  if (!found) return;
  const { code = '', hint = '', data } = found.data?.gatehouse ?? found;
  seen.add(code);
  const issues = data?.issues ?? [];
  const own = words(`${String(init.body).slice(0, 2000)} ${issues.map((issue) => issue.path).join(' ')}`);
  for (const sentence of [found.message, hint, ...issues.map(({ message }) => message)]) {
    const plain = words(sentence.replaceAll(TECHNICAL, ''));
    expect([path, sentence, plain.filter((word) => !own.includes(word) && !PARAMETERS.has(word))]).toEqual([
      ...[path, sentence, []],
    ]);
  }
}

/** Words of plain letters. Every letter of the pseudo-language has an accent. */
const words = (text: string): string[] => text.match(/[A-Za-z]{2,}/g) ?? [];

/**
 * Texts that are never translated: examples of JSON and of values, codes and units, names of procedures, scopes,
 * headers and methods.
 */
const TECHNICAL =
  /\{.*?\}+|\b[A-Z]{2,}(_[A-Z]+)*\b|\b[a-z]+[.:][A-Za-z]+\b|content-type: application\/json|Retry-After|https:\/\/|\S+T\d\S*|SW1A 1AA|__proto__/g;
/** Names that are the same in every language. */
const PARAMETERS = new Set([...Object.keys(ROLES), ...CAPABILITIES]);

const post = (json: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify({ json }),
  headers,
});
const create = (input: object) => expectSaid('trpc/customers.create', post({ type: 'INDIVIDUAL', ...input }));

test.each(Object.entries(CASES))('the refusals of %s are in the requested language', async (path, { input }) => {
  const asStaff = path.startsWith('desk.') ? { authorization: '' } : {};
  for (const wrong of [{ shoe: 7 }, 7, ...(input ? [input(unknownIds())] : [])])
    await expectSaid(`trpc/${path}`, post(wrong, asStaff));
  await expectSaid(`trpc/${path}`, post({}, { authorization: path.startsWith('desk.') ? `Bearer ${served.key}` : '' }));
});

test('problems of values are in the requested language', async () => {
  const line1 = 'PO Box 1';
  for (const profile of [
    7,
    { phone: '1', birthDate: '1990-02-31', nationality: 'XX', givenNames: '', familyName: 'x'.repeat(200) },
    { birthDate: '2020-01-01', address: { line1, city: 'a\u0007', postalCode: '1', country: 'GB' } },
    { employment: 'NONE', givenNames: 'a\nb' },
  ])
    await create({ profile });
  for (const wrong of [
    ...[
      { email: 'x' },
      { externalId: 'a\0b' },
      { metadata: { constructor: 'x' } },
      { metadata: { a: 'x'.repeat(501) } },
    ],
    ...[{ program: 'gold' }, { type: 'BUSINESS' }, { type: 'X' }],
    { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, 'x'])) },
  ])
    await create(wrong);
  for (const input of [{ limit: 0 }, { limit: 1e9 }, { limit: 1.5 }, { cursor: 'bm90IG9uZQ' }, { limit: 'x' }])
    await expectSaid('trpc/customers.list', post(input));
  for (const url of ['x', 'http://example.com/', 'https://10.0.0.1/', 'https://a:b@example.com/', 'https://intranet/'])
    await expectSaid('trpc/webhookEndpoints.create', post({ url }));
});

test('refusals by state are in the requested language', async () => {
  const { world } = served;
  await world.engine.customers.create(world.app, { type: 'INDIVIDUAL', email: 'a@example.com', externalId: 'e' });
  await create({ email: 'a@example.com' });
  await create({ externalId: 'e' });
  await create({ idempotencyKey: 'once' });
  await create({ idempotencyKey: 'once', externalId: 'other' });
  const [created, reviewed] = [await createdCustomer(world), await completeCustomer(world)];
  const of = (id: string, rest: object = {}) => post({ customerId: showId('customer', id), ...rest });
  await expectSaid('trpc/customers.update', of(created, { profile: { givenNames: 'Eva' }, expectedVersion: 9 }));
  await expectSaid('trpc/customers.update', of(reviewed, { profile: { givenNames: 'Eva' } }));
  await expectSaid('trpc/customers.archive', of(reviewed));
  await expectSaid('trpc/documents.create', of(created, { kind: 'PASSPORT', side: 'BACK' }));
  await expectSaid('trpc/portalLinks.create', of(created, { sendTo: 'email' }));
  const asStaff = { headers: { authorization: '' } };
  const reject = { expectedVersion: 0, reasonCode: 'FRAUD', note: 'n' };
  await expectSaid('trpc/desk.decisions.reject', { ...of(created, reject), ...asStaff });
  await expectSaid('trpc/desk.queue.expedite', { ...of(created, { expedited: true }), ...asStaff });
});

test('problems of requests are in the requested language', async () => {
  const { id } = await served.world.engine.documents.create(served.world.app, {
    ...{ customerId: await createdCustomer(served.world), kind: 'PASSPORT', side: 'FRONT' },
  });
  const put = (body: Buffer) => expectSaid(`uploads/${id}`, { method: 'PUT', body: new Uint8Array(body) });
  for (const size of [100, 50_000, 11 * 1024 * 1024]) await put(Buffer.alloc(size, 1));
  await put(Buffer.from(await specimenBytes()));
  await put(Buffer.from(await specimenBytes()));
  const raw = (body: string, headers = {}) => expectSaid('trpc/customers.create', { method: 'POST', body, headers });
  for (const body of ['null', '{"json":', '{"json":{"type":1},"meta":{"values":{"type":["set"]}}}']) await raw(body);
  await raw('{"json":{"__proto__":1}}');
  await raw(`{"json":"${'x'.repeat(1024 * 1024)}"}`);
  await raw('{}', { 'content-type': 'text/plain' });
  await raw('{"json":{}}', { authorization: '', cookie: 'a=b', origin: 'https://elsewhere.example' });
  const batch = `trpc/${Array(11).fill('lifecycle.reasonCodes').join(',')}?batch=1&input=%7B%7D`;
  for (const path of ['nope', 'ready', 'trpc/x.y', 'trpc/%', 'trpc/customers.create', batch, 'uploads/doc_x'])
    await expectSaid(path);
  for (const path of ['files/doc_x', 'changes?for=portal'])
    for (const headers of [{}, { authorization: '' }]) await expectSaid(path, { headers });
});

test('the refusals had these codes, and no faults were logged', () => {
  const provoked: readonly ErrorCode[] = [
    'INVALID_INPUT',
    'UNAUTHENTICATED',
    'NOT_PERMITTED',
    'NOT_FOUND',
    'METHOD_NOT_ALLOWED',
    'UPDATE_NOT_ALLOWED',
    'TRANSITION_NOT_ALLOWED',
    'VERSION_CONFLICT',
    'EMAIL_TAKEN',
    'EXTERNAL_ID_TAKEN',
    'IDEMPOTENCY_MISMATCH',
    'TOO_LARGE',
    'UNSUPPORTED_FILE',
  ];
  for (const code of provoked) expect([...seen]).toContain(code);
  expect(served.faults).toEqual([]);
});
