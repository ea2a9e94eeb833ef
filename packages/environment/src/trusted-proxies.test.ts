import { expect, test } from 'vitest';
import { trustedProxies } from './trusted-proxies.ts';

test('trusts no proxy by default', () => {
  expect(trustedProxies('')('127.0.0.1')).toBe(false);
});

test('trusts addresses and ranges, also an IPv4 address in its IPv6 form', () => {
  const isTrusted = trustedProxies('10.0.0.0/8, ::1, 192.0.2.4');
  const asked = ['10.9.8.7', '::ffff:10.1.2.3', '::1', '192.0.2.4', '11.0.0.1', 'nonsense'];
  expect(asked.map(isTrusted)).toEqual([true, true, true, true, false, false]);
});

test('names an entry that is not an address', () => {
  expect(() => trustedProxies('10.0.0.0/8, proxy.internal')).toThrow(
    'proxy.internal is neither an address nor a range',
  );
});
