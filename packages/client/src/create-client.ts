import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from './contract.ts';
import { transformer } from './transformer.ts';

/** The inputs and outputs of every procedure: `Outputs['customers']['get']` is a customer. */
export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

export type ClientOptions = {
  /** Where Gatehouse runs, for example `https://verify.example.com`. */
  url: string;
  /** An API key of one tenant, `gh_test_...` or `gh_live_...`. */
  apiKey: string;
  /** Replaces the global `fetch`. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
};

export type GatehouseClient = TRPCClient<AppRouter>;

/** The server refuses larger batches. More calls at once become several requests. */
const MAX_BATCH = 10;

/** Creates a typed client of Gatehouse's API. Calls made at the same moment become one request. */
export function createClient({ url, apiKey, fetch, headers }: ClientOptions): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${url.replace(/\/+$/, '')}/api/trpc`,
        transformer,
        maxItems: MAX_BATCH,
        // Queries are sent in a body too: addresses end up in logs, and an input may hold an email address.
        methodOverride: 'POST',
        headers: { ...headers, authorization: `Bearer ${apiKey}` },
        // tRPC declares its own type of a request, which every fetch accepts.
        ...(fetch && { fetch: (input, init) => fetch(String(input), init as RequestInit) }),
      }),
    ],
  });
}
