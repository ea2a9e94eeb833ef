import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { createReceiver, type ReceiverOptions, WebhookGapError } from './create-receiver.ts';
import type { WebhookEvent } from './webhook-event.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

const eventOf = (customerId: string, sequence: number) => ({
  ...{
    id: `evt_${customerId}_${sequence}`,
    type: 'customer.updated',
    apiVersion: '2026-11-21',
    mode: 'TEST',
    sequence,
  },
  ...{ occurredAt: '2026-11-21T10:00:00Z', data: { customerId } },
});

function request(event: object, id = 'evt_1') {
  const body = JSON.stringify(event);
  const at = new Date();
  const signature = new Webhook(SECRET).sign(id, at, body);
  const timestamp = Math.floor(at.getTime() / 1000).toString();
  return { body, headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } };
}

/** A receiver over a log of `length` events per customer, in pages of three. */
function setUp(length: number, more: Partial<ReceiverOptions> = {}) {
  const handled: string[] = [];
  const fetched: [string, number][] = [];
  const sequences = new Map<string, number>();
  const receive = createReceiver({
    secret: SECRET,
    store: {
      get: async (customerId) => sequences.get(customerId),
      set: async (customerId, sequence) => void sequences.set(customerId, sequence),
    },
    fetchMissing: async (customerId, after) => {
      fetched.push([customerId, after]);
      return [1, 2, 3].filter((n) => after + n <= length).map((n) => eventOf(customerId, after + n));
    },
    handle: async (event) => {
      await new Promise(setImmediate);
      handled.push(event.id);
    },
    ...more,
  });
  return { receive, handled, fetched, sequences };
}

const ids = (customerId: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `evt_${customerId}_${from + index}`);

test('handles events that arrive in order without fetching, and drops duplicates and stale events', async () => {
  const { receive, handled, fetched } = setUp(3);
  const counts = [];
  for (const sequence of [1, 1, 2, 1, 3, 2]) counts.push((await receive(request(eventOf('a', sequence)))).delivered);
  expect(counts).toEqual([1, 0, 1, 0, 1, 0]);
  expect(handled).toEqual(ids('a', 1, 3));
  expect(fetched).toEqual([]);
});

test('fills a gap page by page, and starts at the first event for a new customer', async () => {
  const { receive, handled, fetched, sequences } = setUp(8);
  expect(await receive(request(eventOf('a', 8)))).toEqual({ delivered: 8 });
  expect(handled).toEqual(ids('a', 1, 8));
  expect(fetched).toEqual([
    ['a', 0],
    ['a', 3],
    ['a', 6],
  ]);
  expect(sequences.get('a')).toBe(8);
});

test('ignores fetched events of other customers and malformed ones', async () => {
  const fetchMissing = async () => [
    eventOf('b', 1),
    eventOf('a', 2),
    { sequence: 1 },
    eventOf('a', 1),
    eventOf('a', 1),
  ];
  const { receive, handled } = setUp(3, { fetchMissing });
  await receive(request(eventOf('a', 3)));
  expect(handled).toEqual(ids('a', 1, 3));
});

test('a gap in the fetched events holds back later ones', async () => {
  const { receive, handled } = setUp(4, { fetchMissing: async () => [eventOf('a', 1), eventOf('a', 3)] });
  await expect(receive(request(eventOf('a', 4)))).rejects.toBeInstanceOf(WebhookGapError);
  expect(handled).toEqual(ids('a', 1, 1));
});

test('refuses a webhook behind a gap that cannot be filled yet, so that it is sent again', async () => {
  const { receive, handled } = setUp(2);
  await expect(receive(request(eventOf('a', 4)))).rejects.toBeInstanceOf(WebhookGapError);
  expect(handled).toEqual(ids('a', 1, 2));
  await receive(request(eventOf('a', 3)));
  await receive(request(eventOf('a', 4)));
  expect(handled).toEqual(ids('a', 1, 4));
});

test('handles an event again after its handler failed, before any later event', async () => {
  let failures = 1;
  const handled: number[] = [];
  const handle = async (event: WebhookEvent): Promise<void> => {
    await new Promise((done) => setTimeout(done, 20));
    if (failures-- > 0) throw new Error('busy');
    handled.push(event.sequence);
  };
  const { receive } = setUp(2, { handle });
  const answers = await Promise.allSettled([1, 2].map((sequence) => receive(request(eventOf('a', sequence)))));
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(handled).toEqual([1, 2]);
});

test('handles a test event, which has no sequence', async () => {
  const { receive, handled } = setUp(0);
  const event = { ...eventOf('x', 0), type: 'webhook.test', data: { message: 'Hello.' } };
  expect(await receive(request(event))).toEqual({ delivered: 1 });
  expect(handled).toEqual(['evt_x_0']);
});

test('handles nothing that does not verify', async () => {
  const { receive, handled } = setUp(1);
  const { headers, body } = request(eventOf('a', 1));
  await expect(receive({ headers, body: `${body} ` })).rejects.toMatchObject({ step: 'signature' });
  expect(handled).toEqual([]);
});

test('handles each event once and in order, however webhooks are lost, repeated, shuffled or fail', async () => {
  const delivery = fc.record({ customerId: fc.constantFrom('a', 'b'), sequence: fc.integer({ min: 1, max: 9 }) });
  const rounds = fc.array(fc.array(delivery, { maxLength: 6 }), { maxLength: 6 });
  const outages = fc.array(fc.boolean(), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(rounds, outages, async (concurrent, failing) => {
      const handled: Record<string, number[]> = { a: [], b: [] };
      const newest: Record<string, number> = { a: 0, b: 0 };
      const handle = async ({ data, sequence }: WebhookEvent): Promise<void> => {
        await new Promise(setImmediate);
        if (failing.shift()) throw new Error('busy');
        if ('customerId' in data) handled[data.customerId]?.push(sequence);
      };
      const { receive } = setUp(9, { handle });
      for (const round of concurrent) {
        // The sender retries until it succeeds.
        let waiting = round;
        while (waiting.length > 0) {
          const sent = waiting.map(({ customerId, sequence }) => receive(request(eventOf(customerId, sequence))));
          const answers = await Promise.allSettled(sent);
          waiting = waiting.filter((_, index) => answers[index]?.status === 'rejected');
        }
        for (const { customerId, sequence } of round) newest[customerId] = Math.max(newest[customerId] ?? 0, sequence);
      }
      for (const customerId of ['a', 'b']) {
        const seen = handled[customerId] ?? [];
        expect(seen).toEqual(seen.map((_, index) => index + 1));
        expect(seen.length).toBeGreaterThanOrEqual(newest[customerId] ?? 0);
      }
    }),
    { numRuns: 300 },
  );
});
