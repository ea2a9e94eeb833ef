import type { Provider, Providers } from '@gatehouse/domain';
import { documentProvider } from './document/provider.ts';
import { profileProvider } from './profile/provider.ts';
import { sandboxProvider } from './sandbox/provider.ts';

/**
 * The adapters of this installation, by name. `manual` has none, because a person answers it at the desk.
 *
 * @param now milliseconds since 1970, on the clock by which the sandbox vendor is slow.
 */
export function automaticProviders(now: () => number = Date.now): Providers {
  const providers: Provider[] = [profileProvider, documentProvider, sandboxProvider(now)];
  return Object.fromEntries(providers.map((provider) => [provider.name, provider]));
}
