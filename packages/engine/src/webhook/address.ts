import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export type AddressPolicy = {
  /** True in evaluation only: webhooks may then go to this machine, and without TLS. */
  readonly allowLoopback: boolean;
};

export type CheckedAddress = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly why: string };

const MAX_LENGTH = 2048;

/** Names that never lead to a public host, so that asking a resolver would only tell what the network looks like inside. */
const PRIVATE_SUFFIXES = ['local', 'localdomain', 'internal', 'intranet', 'lan', 'home.arpa'] as const;

/** All public IPv6 addresses lie in here; whatever lies outside embeds, translates or routes something else. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Host names are compared without their trailing dot and without the brackets of an IPv6 literal. */
const bareHost = (hostname: string): string => hostname.replace(/\.+$/, '').replace(/^\[(.*)\]$/, '$1');

/** `localhost` and everything below it, which resolvers answer with loopback addresses. */
export const isLocalhost = (hostname: string): boolean => /(^|\.)localhost$/.test(bareHost(hostname));

export const isLoopback = (ip: string): boolean => isIP(ip) !== 0 && ipaddr.parse(ip).range() === 'loopback';

/**
 * Whether a connection to this address is refused. Only what is known to be public passes: private, loopback,
 * link-local, shared, multicast, reserved, mapped, translated and tunnelled addresses do not, nor does what is no address.
 */
export function isForbiddenAddress(ip: string, { allowLoopback }: AddressPolicy): boolean {
  if (isIP(ip) === 0) return true;
  const address = ipaddr.parse(ip);
  const range = address.range();
  if (range === 'loopback') return !allowLoopback;
  if (range !== 'unicast') return true;
  return address instanceof ipaddr.IPv6 && (!address.match(GLOBAL_UNICAST) || isIsatap(address));
}

/** ISATAP (RFC 5214) hides an IPv4 address behind the interface id `0:5efe` or `200:5efe`. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200);
}

/**
 * Reads an endpoint's address when it is saved and again before each request. The URL parser brings every spelling of an
 * IPv4 literal (decimal, octal, hexadecimal, short, full-width) to one, so that the check sees what would be dialled. A
 * name can still resolve to anything: `guardedLookup` looks at that.
 */
export function checkAddress(address: string, policy: AddressPolicy): CheckedAddress {
  const no = (why: string): CheckedAddress => ({ ok: false, why });
  if (address.length > MAX_LENGTH) return no(`The address is longer than ${MAX_LENGTH} characters.`);
  // The parser drops tabs and line breaks silently; an address that needs that was not written by a person.
  if (/[\s\p{Cc}\\]/u.test(address)) return no('The address contains a space, a backslash or a control character.');
  const url = URL.parse(address);
  if (url === null || url.hostname === '') return no('This is not an address.');
  if (url.username !== '' || url.password !== '') return no('The address must not contain a user name or password.');

  const host = bareHost(url.hostname);
  const literal = isIP(host) !== 0;
  const local = literal ? isLoopback(host) : isLocalhost(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local && policy.allowLoopback))
    return no('The address must start with https://.');
  if (literal) return isForbiddenAddress(host, policy) ? no('This address is not public.') : { ok: true, url };
  if (local) return policy.allowLoopback ? { ok: true, url } : no('This address is not public.');
  if (!host.includes('.') || PRIVATE_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`)))
    return no('This is not a public host name.');
  return { ok: true, url };
}
