import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from './contract.ts';
import { transformer } from './transformer.ts';

/** The inputs and the answers of every procedure: `Outputs['customers']['get']` is a customer. */
export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

export type ClientOptions = {
  /** Where Gatehouse runs, for example `https://verify.example.com`. */
  url: string;
  /** A key of one tenant, `gh_test_...` or `gh_live_...`. */
  apiKey: string;
  /** Used in place of the global `fetch`. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
};

export type GatehouseClient = TRPCClient<AppRouter>;

/** The server refuses larger batches; more calls at once become more requests. */
const MAX_BATCH = 10;

/** The typed client of Gatehouse's API. Calls made in the same moment travel as one request. */
export function createClient({ url, apiKey, fetch, headers }: ClientOptions): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${url.replace(/\/+$/, '')}/api/trpc`,
        transformer,
        maxItems: MAX_BATCH,
        // Queries travel in a body as well: an address ends up in logs, and an input may hold an email address.
        methodOverride: 'POST',
        headers: { ...headers, authorization: `Bearer ${apiKey}` },
        // tRPC describes a request in its own words, which mean the same to every fetch.
        ...(fetch && { fetch: (input, init) => fetch(String(input), init as RequestInit) }),
      }),
    ],
  });
}
