import { expect, test } from 'vitest';
import { trustedProxies } from './trusted-proxies.ts';

test('nobody is trusted unless named', () => {
  expect(trustedProxies('')('127.0.0.1')).toBe(false);
});

test('addresses and ranges are, also where IPv4 is written as IPv6', () => {
  const isTrusted = trustedProxies('10.0.0.0/8, ::1, 192.0.2.4');
  const asked = ['10.9.8.7', '::ffff:10.1.2.3', '::1', '192.0.2.4', '11.0.0.1', 'nonsense'];
  expect(asked.map(isTrusted)).toEqual([true, true, true, true, false, false]);
});

test('an entry that is no address is told', () => {
  expect(() => trustedProxies('10.0.0.0/8, proxy.internal')).toThrow(
    'proxy.internal is neither an address nor a range',
  );
});
