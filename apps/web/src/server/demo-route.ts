import { isEvaluation } from './env.ts';
import type { Runtime } from './runtime.ts';

/** An endpoint that accepts every webhook, for the demo data of an evaluation: `POST /api/demo/webhooks`. */
export async function demoRoute({ env }: Runtime, request: Request): Promise<Response | null> {
  if (new URL(request.url).pathname !== '/api/demo/webhooks' || request.method !== 'POST') return null;
  return isEvaluation(env) ? new Response(null, { status: 204 }) : null;
}
