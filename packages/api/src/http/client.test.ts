import type { IncomingMessage } from 'node:http';
import { trustedProxies } from '@gatehouse/environment';
import { describe, expect, test } from 'vitest';
import { clientOf, networkOf } from './client.ts';

const asked = (remoteAddress: string, headers: Record<string, string>): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: { host: 'own.example', ...headers } }) as unknown as IncomingMessage;
const forwarded = { 'x-forwarded-for': '6.6.6.6, 203.0.113.9, 10.0.0.7', 'x-forwarded-host': 'forged.example' };

describe('without a trusted proxy', () => {
  test.each(['', '10.0.0.0/8'])('forwarded headers of a stranger are ignored (%s)', (list) => {
    const client = clientOf(asked('203.0.113.1', forwarded), trustedProxies(list));
    expect(client).toEqual({ network: '203.0.113.1', host: 'own.example' });
  });
});

describe('behind trusted proxies', () => {
  const isTrusted = trustedProxies('10.0.0.0/8, ::1, 192.0.2.4');
  test.each(['10.1.2.3', '::ffff:10.1.2.3', '::1', '192.0.2.4'])('%s is trusted', (peer) => {
    const client = clientOf(asked(peer, forwarded), isTrusted);
    expect(client).toEqual({ network: '203.0.113.9', host: 'forged.example' });
  });
  test('addresses before the first proxy are ignored', () => {
    const headers = { 'x-forwarded-for': '10.0.0.1, 203.0.113.9' };
    expect(clientOf(asked('10.1.2.3', headers), isTrusted).network).toBe('203.0.113.9');
  });
  test('a proxy without forwarded headers is the client', () => {
    expect(clientOf(asked('10.1.2.3', {}), isTrusted)).toEqual({ network: '10.1.2.3', host: 'own.example' });
  });
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2/64'],
  ['nonsense', 'unknown'],
])('%s belongs to the network %s', (address, network) => expect(networkOf(address)).toBe(network));
