export type { Context, Identities } from './context.ts';
export type { ErrorShape } from './errors.ts';
export { answerFault } from './http/answers.ts';
export { type Client, clientOf, type TrustedProxies, trustedProxies } from './http/client.ts';
export { answerFetch } from './http/fetch.ts';
export { cookie, PORTAL_COOKIE } from './http/identities.ts';
export { answerNode, sendResponse, toHeaders, toRequest } from './http/node.ts';
export { type ApiOptions, identify } from './http/routes.ts';
export { type AppRouter, appRouter, callerFor } from './root.ts';
