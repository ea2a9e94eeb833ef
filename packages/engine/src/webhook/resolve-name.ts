import { type LookupAddress, lookup } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { isLocalhost } from './address.ts';
import type { Resolve } from './guarded-lookup.ts';

/** The timeout of one query in milliseconds, and how often it is tried. */
const QUERY_OPTIONS = { timeout: 2_000, tries: 3 };

/** The error codes for a name without such an address. All other errors mean that the query failed. */
const NO_ADDRESS = ['ENOTFOUND', 'ENODATA'];

/**
 * Makes a resolver that queries name servers over the network. `dns.lookup` occupies one of the process's few threads
 * while a name server is silent, so two hanging names of one tenant would delay all tenants.
 *
 * @param servers in the format of `dns.setServers`. Default: the system's servers, read anew for each query.
 */
export function nameResolver(servers?: readonly string[]): Resolve {
  return (hostname, options, callback) => {
    // The system resolves the local machine without a query.
    if (isLocalhost(hostname)) return lookup(hostname, options, callback);
    const resolver = new Resolver(QUERY_OPTIONS);
    if (servers) resolver.setServers(servers);
    void Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]).then(([four, six]) => {
      const found: LookupAddress[] = [
        ...addressesOf(four).map((address) => ({ address, family: 4 })),
        ...addressesOf(six).map((address) => ({ address, family: 6 })),
      ];
      callback(found.length > 0 ? null : lookupError(four, six), found);
    });
  };
}

const addressesOf = (answer: PromiseSettledResult<string[]>): string[] =>
  answer.status === 'fulfilled' ? answer.value : [];

function lookupError(...answers: PromiseSettledResult<string[]>[]): NodeJS.ErrnoException {
  const asked = answers.every((each) => each.status === 'fulfilled' || NO_ADDRESS.includes(each.reason?.code));
  return Object.assign(new Error('The name has no address.'), { code: asked ? 'ENOTFOUND' : 'EAI_AGAIN' });
}
