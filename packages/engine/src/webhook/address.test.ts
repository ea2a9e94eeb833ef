import { expect, test } from 'vitest';
import { checkAddress, isForbiddenAddress } from './address.ts';
import { FORBIDDEN_ADDRESSES, FORBIDDEN_HOSTS, PUBLIC_ADDRESSES } from './address-corpus.ts';

const production = { allowLoopback: false };
const evaluation = { allowLoopback: true };

test('the corpus is large enough', () => expect(new Set(FORBIDDEN_HOSTS).size).toBeGreaterThan(80));

test.each(FORBIDDEN_HOSTS)('refuses the host %s', (host) => {
  for (const address of [`https://${host}/hook`, `https://${host}:8443`, `HTTPS://${host}?x`, `http://${host}/`])
    expect(checkAddress(address, production)).toMatchObject({
      ok: false,
      why: { key: expect.stringContaining('refusals.webhooks.') },
    });
});

test.each(FORBIDDEN_ADDRESSES)('refuses %j', (address) => {
  expect(checkAddress(address, production)).toMatchObject({ ok: false });
  expect(checkAddress(address, evaluation)).toMatchObject({ ok: false });
});

test.each(PUBLIC_ADDRESSES)('accepts %s', (address) => {
  expect(checkAddress(address, production)).toMatchObject({ ok: true, url: expect.any(URL) });
});

test('allows only the local machine in evaluation, also without TLS', () => {
  for (const host of ['localhost', 'localhost:4000', 'hooks.localhost', '127.0.0.1:80', '127.1', '[::1]:9'])
    for (const scheme of ['http', 'https'])
      expect(checkAddress(`${scheme}://${host}/`, evaluation)).toMatchObject({ ok: true });
  for (const host of ['10.0.0.1', '0.0.0.0', '[::ffff:127.0.0.1]', '[::]', '169.254.169.254', 'db'])
    for (const scheme of ['http', 'https'])
      expect(checkAddress(`${scheme}://${host}/`, evaluation)).toMatchObject({ ok: false });
});

test('refuses strings that are not IP addresses, with and without a zone', () => {
  for (const ip of ['', 'localhost', '127.1', '1.2.3', 'fe80::1%eth0', '::1%lo', '::ffff:1.1.1.1', '2001:db8::1'])
    expect(isForbiddenAddress(ip, production)).toBe(true);
  for (const ip of ['1.1.1.1', '2606:4700:4700::1111']) expect(isForbiddenAddress(ip, production)).toBe(false);
  for (const ip of ['127.0.0.1', '::1']) expect(isForbiddenAddress(ip, evaluation)).toBe(false);
});
