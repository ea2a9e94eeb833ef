import { isIP } from 'node:net';
import { type Message, message } from '@gatehouse/domain';
import ipaddr from 'ipaddr.js';

export type AddressPolicy = {
  /** True in evaluation only: webhooks may then go to the local machine, also without TLS. */
  readonly allowLoopback: boolean;
};

export type CheckedAddress = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly why: Message };

const MAX_LENGTH = 2048;

/** Suffixes of names that are never public. Resolving them would only reveal the internal network. */
const PRIVATE_SUFFIXES = ['local', 'localdomain', 'internal', 'intranet', 'lan', 'home.arpa'] as const;

/** The range of all public IPv6 addresses. Addresses outside it embed, translate or route something else. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Removes trailing dots and the brackets of an IPv6 literal. */
const bareHost = (hostname: string): string => hostname.replace(/\.+$/, '').replace(/^\[(.*)\]$/, '$1');

/** Matches `localhost` and its subdomains, which resolve to loopback addresses. */
export const isLocalhost = (hostname: string): boolean => /(^|\.)localhost$/.test(bareHost(hostname));

export const isLoopback = (ip: string): boolean => isIP(ip) !== 0 && ipaddr.parse(ip).range() === 'loopback';

/**
 * Whether a connection to this address is refused. Only addresses known to be public pass. Private, loopback,
 * link-local, shared, multicast, reserved, mapped, translated and tunnelled addresses are refused, and so are strings
 * that are not addresses.
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
 * Checks an endpoint's URL when it is saved and again before each request. The URL parser normalizes every spelling of
 * an IPv4 literal (decimal, octal, hexadecimal, short, full-width), so the check sees the address that would be
 * dialled. A name can still resolve to anything: `guardedLookup` checks that.
 */
export function checkAddress(address: string, policy: AddressPolicy): CheckedAddress {
  const no = (why: Message): CheckedAddress => ({ ok: false, why });
  if (address.length > MAX_LENGTH) return no(message('refusals.webhooks.tooLong', { characters: MAX_LENGTH }));
  // The URL parser silently drops tabs and line breaks. No person writes such a URL.
  if (/[\s\p{Cc}\\]/u.test(address)) return no(message('refusals.webhooks.hasSpaces'));
  const url = URL.parse(address);
  if (url === null || url.hostname === '') return no(message('refusals.webhooks.notAnAddress'));
  if (url.username !== '' || url.password !== '') return no(message('refusals.webhooks.hasUser'));

  const host = bareHost(url.hostname);
  const literal = isIP(host) !== 0;
  const local = literal ? isLoopback(host) : isLocalhost(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local && policy.allowLoopback))
    return no(message('refusals.webhooks.notHttps', { scheme: 'https://' }));
  if (literal) return isForbiddenAddress(host, policy) ? no(message('refusals.webhooks.notPublic')) : { ok: true, url };
  if (local) return policy.allowLoopback ? { ok: true, url } : no(message('refusals.webhooks.notPublic'));
  if (!host.includes('.') || PRIVATE_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`)))
    return no(message('refusals.webhooks.notPublicHost'));
  return { ok: true, url };
}
