import { message } from '@gatehouse/domain';
import type { ChangeFeed, Engine } from '@gatehouse/engine';
import { type Identities, refuseCaller } from '../context.ts';
import { answerHeaders } from './answers.ts';

/** The interval of heartbeats that detect dead connections, in milliseconds. */
const HEARTBEAT = 20_000;
/** Several changes within this time are sent as one, in milliseconds. */
const GATHER = 150;

/**
 * A stream of change signals: `GET /api/changes?for=portal|desk`. It carries no data, only the signal to reload, so it
 * cannot leak data, and lost signals do no harm.
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
    found ??
    (await refuseCaller(identities, { app: message('refusals.access.forPages', { procedure: 'events.list' }) }));
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
        // A failed renewal only makes the limit too generous for a while.
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
          // The reader has already closed the stream.
        }
      };
      signal.addEventListener('abort', end);
      // The signal may have been aborted while the limit was counted, and its event does not fire again.
      if (signal.aborted) return end();
      send('retry: 2000\n\n');
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { ...answerHeaders(requestId), 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
  });
}
