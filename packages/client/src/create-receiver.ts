import { receiveWebhook, type Verification, type WebhookRequest } from './receive-webhook.ts';
import { customerOf, readEvent, type WebhookEvent } from './webhook-event.ts';

/** Stores the sequence of the last handled event of each customer. Keep it in your database. */
export type SequenceStore = {
  get(customerId: string): Promise<number | undefined>;
  set(customerId: string, sequence: number): Promise<void>;
};

export type ReceiverOptions = Omit<Verification, 'now'> & {
  store: SequenceStore;
  /** Returns a page of a customer's events after a sequence, oldest first, as `events.list` does. */
  fetchMissing(customerId: string, afterSequence: number): Promise<readonly object[]>;
  /** Called with every event of a customer, once and in order. If it throws, the event is handled again later. */
  handle(event: WebhookEvent): Promise<void> | void;
};

/** How many events a request handled: 0 for a duplicate, more than 1 when it filled a gap. */
export type Receipt = { delivered: number };

/** Earlier events are not available yet. Answer with 500, so that the webhook is sent again. */
export class WebhookGapError extends Error {
  override readonly name = 'WebhookGapError';
}

/**
 * Creates a function that accepts webhooks which arrive several times, late, out of order or not at all, and handles each
 * event once and in order. It fetches missing events and drops duplicates. Within this process, requests about one
 * customer wait for each other.
 *
 * The store is written after `handle` returns. If the process dies in between, that one event is handled again, unless
 * `handle` writes the same sequence to the store's table in the transaction of its own effects.
 */
export function createReceiver(options: ReceiverOptions): (request: WebhookRequest) => Promise<Receipt> {
  const { store, fetchMissing, handle, ...verification } = options;
  const inTurn = createTurns();

  async function catchUp(customerId: string, event: WebhookEvent): Promise<Receipt> {
    const start = (await store.get(customerId)) ?? 0;
    let last = start;
    const handOn = async (candidate: WebhookEvent): Promise<void> => {
      if (candidate.sequence !== last + 1) return;
      await handle(candidate);
      await store.set(customerId, candidate.sequence);
      last = candidate.sequence;
    };
    while (last + 1 < event.sequence) {
      const before = last;
      for (const missing of inOrder(customerId, await fetchMissing(customerId, last))) await handOn(missing);
      if (last === before) throw new WebhookGapError(`Event ${last + 1} of ${customerId} could not be fetched.`);
    }
    await handOn(event);
    return { delivered: last - start };
  }

  return async (request) => {
    const event = await receiveWebhook({ ...verification, ...request });
    const customerId = customerOf(event);
    if (customerId !== null) return inTurn(customerId, () => catchUp(customerId, event));
    await handle(event);
    return { delivered: 1 };
  };
}

/** The fetched events of this customer by sequence. Other entries are ignored. */
const inOrder = (customerId: string, fetched: readonly object[]): WebhookEvent[] =>
  fetched
    .map(readEvent)
    .filter((event) => event !== null)
    .filter((event) => customerOf(event) === customerId)
    .sort((a, b) => a.sequence - b.sequence);

/** Runs the work of one key sequentially, and the work of different keys concurrently. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    const forget = (): void => {
      if (last.get(key) === turn) last.delete(key);
    };
    last.set(key, turn);
    turn.then(forget, forget);
    return turn;
  };
}
