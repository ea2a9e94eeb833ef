import { receiveWebhook, type Verification, type WebhookRequest } from './receive-webhook.ts';
import { customerOf, readEvent, type WebhookEvent } from './webhook-event.ts';

/** Remembers the sequence of the last event that was handled for each customer. Keep it in your database. */
export type SequenceStore = {
  get(customerId: string): Promise<number | undefined>;
  set(customerId: string, sequence: number): Promise<void>;
};

export type ReceiverOptions = Omit<Verification, 'now'> & {
  store: SequenceStore;
  /** Answers events of a customer that come after a sequence, oldest first, a page at a time: `events.list` does. */
  fetchMissing(customerId: string, afterSequence: number): Promise<readonly object[]>;
  /** Gets every event of a customer once and in order. When it throws, the event is handled again later. */
  handle(event: WebhookEvent): Promise<void> | void;
};

/** How many events a request handed on: 0 for a duplicate, more than 1 when it filled a gap. */
export type Receipt = { delivered: number };

/** Events that came before are not to be had yet. Answer with 500: the webhook comes again. */
export class WebhookGapError extends Error {
  override readonly name = 'WebhookGapError';
}

/**
 * Makes a function that takes webhooks as they come, several times, late, out of order or not at all, and hands each
 * event on once and in order. What is missing is fetched; what was seen is dropped. Requests about one customer wait for
 * each other within this process.
 *
 * The store is written after `handle` returns. Should the process die in between, that one event is handled again, unless
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

/** The fetched events of this customer by sequence; anything else in the answer is left out. */
const inOrder = (customerId: string, fetched: readonly object[]): WebhookEvent[] =>
  fetched
    .map(readEvent)
    .filter((event) => event !== null)
    .filter((event) => customerOf(event) === customerId)
    .sort((a, b) => a.sequence - b.sequence);

/** Runs the work of one key one after another, and that of different keys side by side. */
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
