import { type LookupAddress, lookup } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { isLocalhost } from './address.ts';
import type { Resolve } from './guarded-lookup.ts';

/** How long a name server may be silent before it is asked again, in milliseconds, and how often it is asked. */
const QUERY_OPTIONS = { timeout: 2_000, tries: 3 };

/** What name servers answer for a name that has no such address; all other errors say that they could not be asked. */
const NO_ADDRESS = ['ENOTFOUND', 'ENODATA'];

/**
 * Resolves a name by asking name servers over the network. The system's own lookup occupies one of the process's few
 * threads for as long as a name server is silent, so two names of one tenant that hang would delay everybody's.
 *
 * @param servers as `dns.setServers` takes them; those of the system by default, read anew each time.
 */
export function nameResolver(servers?: readonly string[]): Resolve {
  return (hostname, options, callback) => {
    // The system answers for this machine by itself.
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
