import type { Client } from './client.ts';
import { answerProcedures, TRPC_PATH } from './procedures.ts';
import { type ApiOptions, answerRoute } from './routes.ts';

/** The whole API as a fetch handler, which Next's route handler serves on any host. Null means not ours. */
export async function answerFetch(options: ApiOptions, request: Request, client: Client): Promise<Response | null> {
  const path = new URL(request.url).pathname;
  if (!path.startsWith('/api/')) return null;
  return path.startsWith(TRPC_PATH)
    ? answerProcedures(options, request, client)
    : answerRoute(options, request, client);
}
