import type { AppRouter } from '@gatehouse/api';
import { PAGE_OF } from '@gatehouse/domain';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import superjson from 'superjson';

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

/** The API client of pages in the browser. Queries are sent as POST, so that no URL contains user input. */
export const api = createTRPCClient<AppRouter>({
  links: [
    httpBatchLink({
      url: '/api/trpc',
      transformer: superjson,
      maxItems: 10,
      methodOverride: 'POST',
      // The portal's pages name their customer in the document's head.
      headers: () => {
        const page = document.querySelector<HTMLMetaElement>(`meta[name="${PAGE_OF}"]`);
        return page ? { [PAGE_OF]: page.content } : {};
      },
    }),
  ],
});

/** A refusal as the API returns it. */
export type ApiRefusal = {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly requestId: string;
  readonly data: {
    readonly issues?: readonly { path: string; message: string }[];
    readonly customerStatus?: string;
    readonly currentVersion?: number;
    readonly decidedBy?: string;
    readonly decidedAt?: string;
  };
};

/** Returns the refusal of a failed call, or null when there was no answer, which means a network failure. */
export function refusalOf(error: unknown): ApiRefusal | null {
  const found = (error as { message?: string; data?: { gatehouse?: Omit<ApiRefusal, 'message'> } } | null)?.data
    ?.gatehouse;
  return found ? { ...found, message: (error as Error).message } : null;
}
