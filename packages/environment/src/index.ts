export { type Environment, EnvironmentError, readEnvironment, type Source } from './read-environment.ts';
export { trustedProxies } from './trusted-proxies.ts';
export type { NameOf } from './variables.ts';
