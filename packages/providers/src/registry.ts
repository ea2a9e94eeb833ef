import type { CheckKind, Provider } from '@gatehouse/domain';
import { documentProvider } from './document/provider.ts';
import { profileProvider } from './profile/provider.ts';
import { sandboxProvider } from './sandbox/provider.ts';

/** Every kind of check that a machine answers. */
type AutomaticKind = Exclude<CheckKind, 'manual'>;

/** Each adapter under its own name, so that none can be put where another belongs. */
export type AutomaticProviders = { readonly [Kind in AutomaticKind]: Provider & { readonly name: Kind } };

/**
 * The adapter for each automatic kind of check; a new kind does not compile until it has one. `manual` is not among them:
 * a person answers it at the desk, and nobody asks.
 */
export const automaticProviders = (): AutomaticProviders => ({
  profile: profileProvider,
  document: documentProvider,
  sandbox: sandboxProvider(),
});
