import { realTime } from '@gatehouse/domain';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { newSecret, signatureHeaders } from './sign.ts';

// Computed with the specification's reference implementation.
const REFERENCE = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'evt_01h455vb4pex5vsknk084sn02q',
  timestamp: realTime(new Date(1_790_000_000_000)),
  body: '{"name":"Zoë 🎉","n":1.0}',
  signature: 'v1,jEA03oFGTWSbRUDjIQL0Qk4OWKswSL0Kwxxq+k7x0ss=',
} as const;

test('signs as the reference implementation does', () => {
  const { secret, id, timestamp, body, signature } = REFERENCE;
  expect(signatureHeaders({ id, timestamp, body, secrets: [secret] })).toEqual({
    'webhook-id': id,
    'webhook-timestamp': '1790000000',
    'webhook-signature': signature,
  });
});

test('the reference implementation accepts every live secret', () => {
  const secrets = [newSecret(), newSecret()];
  const body = JSON.stringify({ customerId: 'cus_1', note: 'ñ' });
  const headers = { ...signatureHeaders({ id: 'evt_1', timestamp: realTime(new Date()), body, secrets }) };
  for (const secret of secrets) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow('No matching signature');
});

test('writes one signature for each live secret', () => {
  const { secret, id, timestamp, body, signature } = REFERENCE;
  const both = signatureHeaders({ id, timestamp, body, secrets: [newSecret(), secret] })['webhook-signature'].split(
    ' ',
  );
  expect(both).toHaveLength(2);
  expect(both[0]).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
  expect(both[1]).toBe(signature);
});

test('makes a different secret of 32 bytes each time', () => {
  const secrets = Array.from({ length: 100 }, newSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
});

test('does not sign with an empty or malformed secret', () => {
  for (const secret of ['', 'whsec_', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])
    expect(() => signatureHeaders({ ...REFERENCE, secrets: [secret] })).toThrow('malformed');
});
