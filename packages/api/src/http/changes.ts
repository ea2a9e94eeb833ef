import { message } from '@gatehouse/domain';
import type { ChangeFeed, Engine } from '@gatehouse/engine';
import { type Identities, nobody } from '../context.ts';
import { answerHeaders } from './answers.ts';

/** A sign of life, so that a connection which nobody uses any more is noticed. In milliseconds. */
const HEARTBEAT = 20_000;
/** Several changes within this time are told as one. In milliseconds. */
const GATHER = 150;

/**
 * A stream that tells when something changed: `GET /api/changes?for=portal|desk`. It carries no data, only the word to
 * look again, so that it can leak nothing and may lose anything.
 */
export async function streamChanges(
  { changes, engine }: { changes: ChangeFeed; engine: Engine },
  identities: Identities,
  requestId: string,
  desk: boolean,
  signal: AbortSignal,
): Promise<Response> {
  const found = desk ? await identities.staff() : await identities.customer();
  const actor =
    found ?? (await nobody(identities, { app: message('refusals.access.forPages', { procedure: 'events.list' }) }));
  const customerId = actor.kind === 'customer' ? actor.customerId : null;
  const place = await engine.limits.hold('stream.session', actor.kind === 'customer' ? actor.sessionId : actor.staffId);
  const encoder = new TextEncoder();
  let stop = (): void => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string): void => controller.enqueue(encoder.encode(text));
      let waiting: NodeJS.Timeout | undefined;
      const unsubscribe = changes.subscribe((change) => {
        if (customerId && change && change.customerId !== customerId) return;
        waiting ??= setTimeout(() => {
          waiting = undefined;
          send('event: changed\ndata: {}\n\n');
        }, GATHER);
      });
      const heartbeat = setInterval(() => {
        send(': still here\n\n');
        // A place that could not be renewed is counted less for a while, and nothing worse.
        place.renew().catch(() => {});
      }, HEARTBEAT);
      stop = () => {
        unsubscribe();
        clearInterval(heartbeat);
        clearTimeout(waiting);
        place.release().catch(() => {});
        stop = () => {};
      };
      const end = (): void => {
        stop();
        try {
          controller.close();
        } catch {
          // The reader has closed it already, which is what was wanted.
        }
      };
      signal.addEventListener('abort', end);
      // It may have ended while its place was counted, and would not say so again.
      if (signal.aborted) return end();
      send('retry: 2000\n\n');
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { ...answerHeaders(requestId), 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
  });
}
