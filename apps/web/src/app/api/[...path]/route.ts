import { answerApi } from '#server/answer.ts';
import { runtime } from '#server/runtime.ts';

/**
 * The API on a host that runs Next alone. Our own server answers `/api` before Next, which is faster; this route calls
 * the same handlers.
 */
async function handle(request: Request): Promise<Response> {
  // Next does not tell the client's address, so all visitors share the limits of one network.
  return answerApi(await runtime(), request, { network: 'unknown', host: request.headers.get('host') });
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as PATCH, handle as POST, handle as PUT };
export const dynamic = 'force-dynamic';
