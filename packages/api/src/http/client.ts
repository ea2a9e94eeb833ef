import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** The origin of a request and the host it was sent to, from the connection and trusted headers. */
export type Client = {
  /** The network that limits count by: an IPv4 address, or the first 64 bits of an IPv6 one. */
  readonly network: string;
  /** The host and port in the browser's address bar, or null if unknown. */
  readonly host: string | null;
};

/** Is this address a trusted proxy? */
export type TrustedProxies = (address: string) => boolean;

/**
 * The client of a request. Forwarded headers count only if the connection comes from a trusted proxy. The last address
 * in X-Forwarded-For that is not a trusted proxy is the client, because all before it can be forged.
 */
export function clientOf(request: IncomingMessage, isTrusted: TrustedProxies): Client {
  const peer = request.socket.remoteAddress ?? '';
  const own = request.headers.host ?? null;
  if (!isTrusted(peer)) return { network: networkOf(peer), host: own };
  const hops = listed(request.headers['x-forwarded-for']);
  const address = hops.findLast((hop) => !isTrusted(hop)) ?? hops[0] ?? peer;
  return { network: networkOf(address), host: listed(request.headers['x-forwarded-host']).at(-1) ?? own };
}

const listed = (header: string | string[] | undefined): string[] =>
  String(header ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

/** One IPv6 subscriber usually has 64 bits of addresses and could use a new one for every attempt. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const parts = (parsed as ipaddr.IPv6).parts.slice(0, 4);
  return `${parts.map((part) => part.toString(16)).join(':')}/64`;
}
