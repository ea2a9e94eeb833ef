import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { receiveWebhook } from './receive-webhook.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const now = new Date('2026-11-21T10:00:00Z');

const event = {
  ...{ id: 'evt_01', type: 'customer.status_changed', apiVersion: '2026-11-21', mode: 'TEST', sequence: 3 },
  occurredAt: now.toISOString(),
  data: {
    customerId: 'cus_01',
    customerStatus: 'ACTIVE',
    externalId: 'Zoë 🎉',
    customerType: 'INDIVIDUAL',
    access: [],
  },
};

/** A request as the reference implementation signs it. */
function signed(value: unknown = event, { id = 'evt_01', at = now, secrets = [SECRET] } = {}) {
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  const headers: Record<string, string> = {
    'webhook-id': id,
    'webhook-timestamp': Math.floor(at.getTime() / 1000).toString(),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
  return { headers, body };
}

const failure = (step: string) => expect.objectContaining({ name: 'WebhookVerificationError', step });
const failing = (request: Parameters<typeof receiveWebhook>[0]) => receiveWebhook(request).catch((error) => error);

test('verifies signatures of the reference implementation, over text or bytes, with any kind of headers', async () => {
  const { headers, body } = signed();
  const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
  for (const given of [headers, shouted, new Headers(headers)])
    for (const content of [body, new TextEncoder().encode(body), Buffer.from(body)])
      expect(await receiveWebhook({ secret: SECRET, headers: given, body: content, now })).toEqual(event);
});

test('compares with the current time by default', async () => {
  const fresh = signed(event, { at: new Date() });
  expect(await receiveWebhook({ secret: SECRET, ...fresh })).toEqual(event);
  expect(await failing({ secret: SECRET, ...signed(event, { at: new Date(0) }) })).toEqual(failure('timestamp'));
});

test('names the step that failed', async () => {
  const { headers, body } = signed();
  const withHeaders = (changed: Record<string, string | string[] | undefined>) =>
    failing({ secret: SECRET, headers: { ...headers, ...changed }, body, now });

  for (const name of Object.keys(headers))
    for (const value of [undefined, '', ['a', 'b']])
      expect(await withHeaders({ [name]: value })).toEqual(failure('headers'));
  expect(await withHeaders({ 'webhook-id': 'evt_01.1' })).toEqual(failure('headers'));
  for (const value of ['now', '-1', '1e9', '1795255200.5', '99999999999', '0'])
    expect(await withHeaders({ 'webhook-timestamp': value })).toEqual(failure('timestamp'));

  const later = String(Number(headers['webhook-timestamp']) + 1);
  expect(await withHeaders({ 'webhook-timestamp': later })).toEqual(failure('signature'));
  expect(await withHeaders({ 'webhook-id': 'evt_02' })).toEqual(failure('signature'));
  for (const value of ['v1,', 'v1,!!', 'v2,abcd', 'v1a,abcd', headers['webhook-signature']?.replace('v1', 'v1a')])
    expect(await withHeaders({ 'webhook-signature': value })).toEqual(failure('signature'));
  const longer = Buffer.concat([Buffer.from(headers['webhook-signature']?.slice(3) ?? '', 'base64'), Buffer.from('x')]);
  expect(await withHeaders({ 'webhook-signature': `v1,${longer.toString('base64')}` })).toEqual(failure('signature'));
  expect(await failing({ secret: SECRET, headers, body: `${body} `, now })).toEqual(failure('signature'));
  expect(await failing({ secret: SECRET, headers, body: body.replace('ACTIVE', 'REJECTED'), now })).toEqual(
    failure('signature'),
  );
  expect(await failing({ secret: OTHER, headers, body, now })).toEqual(failure('signature'));
});

test('a signed body that is not an event fails at the body', async () => {
  const without = (name: string) => Object.fromEntries(Object.entries(event).filter(([key]) => key !== name));
  const bodies = [
    '',
    'no',
    '[]',
    'null',
    '1',
    { ...event, sequence: '3' },
    { ...event, sequence: -1 },
    { ...event, id: 1 },
  ];
  for (const value of [...bodies, { ...event, data: [] }, { ...event, data: {} }, ...Object.keys(event).map(without)])
    expect(await failing({ secret: SECRET, ...signed(value), now })).toEqual(failure('body'));
});

test('allows clocks to differ by five minutes in both directions, or by the given tolerance', async () => {
  const at = (seconds: number) => signed(event, { at: new Date(now.getTime() + seconds * 1000) });
  for (const seconds of [-300, -299, 0, 299, 300])
    expect(await receiveWebhook({ secret: SECRET, ...at(seconds), now })).toEqual(event);
  for (const seconds of [-301, 301])
    expect(await failing({ secret: SECRET, ...at(seconds), now })).toEqual(failure('timestamp'));
  expect(await receiveWebhook({ secret: SECRET, ...at(-3600), now, tolerance: 3_600_000 })).toEqual(event);
  expect(await failing({ secret: SECRET, ...at(0), now, tolerance: Number.NaN })).toEqual(failure('timestamp'));
});

test('verifies during a rotation, with two signatures or two secrets', async () => {
  const both = signed(event, { secrets: [OTHER, SECRET] });
  for (const secret of [SECRET, OTHER]) expect(await receiveWebhook({ secret, ...both, now })).toEqual(event);
  expect(await receiveWebhook({ secrets: [OTHER, SECRET], ...signed(), now })).toEqual(event);
  expect(await failing({ secrets: [OTHER], ...signed(), now })).toEqual(failure('signature'));
});

test('returns unknown types and fields as they are', async () => {
  const future = { ...event, type: 'customer.teleported', region: 'eu', data: { ...event.data, extra: [1] } };
  expect(await receiveWebhook({ secret: SECRET, ...signed(future), now })).toEqual(future);
});

test('never verifies with a missing, empty or malformed secret', async () => {
  for (const secret of ['', 'whsec_', 'whsec_AAAA', 'whsec_!!!!', SECRET.slice(6)])
    expect(await failing({ secret, ...signed(), now })).toBeInstanceOf(TypeError);
  expect(await failing({ ...signed(), now })).toBeInstanceOf(TypeError);
  expect(await failing({ secrets: [], ...signed(), now })).toBeInstanceOf(TypeError);
});
