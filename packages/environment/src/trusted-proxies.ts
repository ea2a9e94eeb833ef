import ipaddr from 'ipaddr.js';

/** Whether this address is one of our proxies, whose X-Forwarded headers are trusted. */
export type TrustedProxies = (address: string) => boolean;

/**
 * Reads a list of addresses and ranges, separated by commas: `10.0.0.5, 192.168.0.0/16, fd00::/8`.
 * @throws with a sentence for an entry that is neither.
 */
export function trustedProxies(list: string): TrustedProxies {
  const entries = list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  const ranges = entries.map(rangeOf);
  return (address) => {
    if (ranges.length === 0 || !ipaddr.isValid(address)) return false;
    const asked = ipaddr.process(address);
    return ranges.some(([range, bits]) => range.kind() === asked.kind() && asked.match(range, bits));
  };
}

function rangeOf(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
  if (!ipaddr.isValid(entry)) throw new Error(`${entry} is neither an address nor a range, like 10.0.0.0/8.`);
  const address = ipaddr.process(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
