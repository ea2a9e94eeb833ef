import type { LookupAddress, LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { type AddressPolicy, isForbiddenAddress, isLocalhost, isLoopback } from './address.ts';

/** Resolves a name to all its addresses, like `dns.lookup` with `all`. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The error code of a refused connection to a forbidden address. */
const ADDRESS_REFUSED = 'ADDRESS_REFUSED';

/**
 * Makes a lookup for sockets that returns only checked addresses. The socket dials exactly these without resolving
 * again, so DNS rebinding gains nothing. One forbidden address refuses the whole answer. Subdomains of `localhost` may
 * resolve only to loopback, because they are exempt from TLS.
 */
export function guardedLookup(policy: AddressPolicy, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    const allowed = (ip: string): boolean =>
      !isForbiddenAddress(ip, policy) && (!isLocalhost(hostname) || isLoopback(ip));

    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => allowed(address)))
        return callback(Object.assign(new Error('The address is not public.'), { code: ADDRESS_REFUSED }), []);
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
