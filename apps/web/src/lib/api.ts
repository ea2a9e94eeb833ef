import type { AppRouter } from '@gatehouse/api';
import { PAGE_OF } from '@gatehouse/domain';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import superjson from 'superjson';

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

/** The API as pages in the browser call it. Queries travel as POST, so that no address ever holds what somebody typed. */
export const api = createTRPCClient<AppRouter>({
  links: [
    httpBatchLink({
      url: '/api/trpc',
      transformer: superjson,
      maxItems: 10,
      methodOverride: 'POST',
      // The portal's pages name their customer in their head.
      headers: () => {
        const page = document.querySelector<HTMLMetaElement>(`meta[name="${PAGE_OF}"]`);
        return page ? { [PAGE_OF]: page.content } : {};
      },
    }),
  ],
});

/** What every refusal carries, in the shape that the API gives it. */
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

/** The refusal behind a failed call, or null when nothing answered at all: then the network is to blame. */
export function refusalOf(error: unknown): ApiRefusal | null {
  const found = (error as { message?: string; data?: { gatehouse?: Omit<ApiRefusal, 'message'> } } | null)?.data
    ?.gatehouse;
  return found ? { ...found, message: (error as Error).message } : null;
}
