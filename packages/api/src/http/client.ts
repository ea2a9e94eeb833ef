import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** Where a request comes from, and the host that its sender meant: what the connection says, and no header by itself. */
export type Client = {
  /** The network that limits count by: an IPv4 address, or the first 64 bits of an IPv6 one. */
  readonly network: string;
  /** The host and port that the browser's address line shows, or null when nobody said. */
  readonly host: string | null;
};

/** Is this address a proxy of ours, whose X-Forwarded headers may be believed? */
export type TrustedProxies = (address: string) => boolean;

/**
 * The client behind a request. Forwarded headers count only when the connection comes from a trusted proxy; of the
 * addresses in X-Forwarded-For, the last one that is no proxy of ours is the client, because all before it can be forged.
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

/** One IPv6 customer usually holds 64 bits of addresses and could use a new one for every try. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const parts = (parsed as ipaddr.IPv6).parts.slice(0, 4);
  return `${parts.map((part) => part.toString(16)).join(':')}/64`;
}
