import { z } from 'zod';
import { type Contract, counter, type InputsOf, id, pageOf, paging, shownId, time } from '../contract.ts';
import { token, words } from '../profile/text.ts';
import { WebhookEvent } from './body.ts';
import { EventType, StoredEventType } from './events.ts';
import { DeliveryStatus, WebhookEndpointStatus } from './lifecycle.ts';

const EventPage = z.strictObject({
  items: z.array(WebhookEvent),
  /** The cursor to continue from. It is always given, even at the end: keep it and ask again later. */
  cursor: z.string().nullable(),
  hasMore: z.boolean(),
  /** For one customer: every event up to this sequence has been read. */
  completeThrough: counter.nullable(),
});
export type EventPage = z.output<typeof EventPage>;

export const eventContract = {
  list: {
    input: z.strictObject({
      ...paging,
      customerId: id('customer').exactOptional(),
      afterSequence: counter.exactOptional(),
      type: EventType.exactOptional(),
    }),
    output: EventPage,
  },
  get: { input: z.strictObject({ eventId: id('event') }), output: WebhookEvent },
} satisfies Contract;

export type EventInputs = InputsOf<typeof eventContract>;

const EndpointView = z.strictObject({
  id: shownId('endpoint'),
  url: z.string(),
  description: z.string(),
  /** A stored list may hold planned types. */
  eventTypes: z.array(StoredEventType),
  status: WebhookEndpointStatus,
  disabledBecause: z.string().nullable(),
  lastSuccessAt: time.nullable(),
  failingSince: time.nullable(),
  createdAt: time,
});
export type EndpointView = z.output<typeof EndpointView>;

const endpointId = id('endpoint');
const ofEndpoint = z.strictObject({ endpointId });
const url = token(2000);
const description = words(200).exactOptional();
/** The number of deliveries to send again. */
export const Queued = z.strictObject({ queued: z.int() });

export const endpointContract = {
  create: {
    input: z.strictObject({ url, description, eventTypes: z.array(EventType).max(50).exactOptional() }),
    output: EndpointView.extend({ secret: z.string() }),
  },
  list: { output: z.array(EndpointView) },
  get: { input: ofEndpoint, output: EndpointView },
  update: {
    input: ofEndpoint.extend({
      url: url.exactOptional(),
      description,
      /** Values stored by an earlier version may be sent back unchanged. */
      eventTypes: z.array(StoredEventType).max(50).exactOptional(),
      status: WebhookEndpointStatus.exactOptional(),
    }),
    output: EndpointView,
  },
  remove: { input: ofEndpoint, output: z.strictObject({ removed: z.literal(true) }) },
  rotateSecret: { input: ofEndpoint, output: z.strictObject({ secret: z.string(), previousUntil: time }) },
  sendTest: {
    input: ofEndpoint,
    output: z.strictObject({ eventId: shownId('event'), deliveryId: shownId('delivery') }),
  },
} satisfies Contract;

export type EndpointInputs = InputsOf<typeof endpointContract>;

const AttemptView = z.strictObject({
  number: z.int(),
  at: time,
  statusCode: z.int().nullable(),
  durationMs: z.number(),
  answer: z.string(),
  error: z.string().nullable(),
});
export type AttemptView = z.output<typeof AttemptView>;

const DeliveryView = z.strictObject({
  id: shownId('delivery'),
  eventId: shownId('event'),
  eventType: EventType,
  endpointId: shownId('endpoint'),
  status: DeliveryStatus,
  /** The number of the next attempt, or of the last one when none follows. */
  attempt: z.int(),
  nextAttemptAt: time.nullable(),
  createdAt: time,
});
export type DeliveryView = z.output<typeof DeliveryView>;

/** A delivery with the result of each attempt. */
export const AttemptedDelivery = DeliveryView.extend({ attempts: z.array(AttemptView) });
export type AttemptedDelivery = z.output<typeof AttemptedDelivery>;

const ofDelivery = z.strictObject({ deliveryId: id('delivery') });

export const deliveryContract = {
  list: {
    input: z.strictObject({
      ...paging,
      endpointId: endpointId.exactOptional(),
      status: DeliveryStatus.exactOptional(),
    }),
    output: pageOf(DeliveryView),
  },
  get: { input: ofDelivery, output: AttemptedDelivery.extend({ body: z.string() }) },
  resend: { input: ofDelivery, output: Queued },
  replay: {
    input: ofEndpoint.extend({ since: z.iso.datetime(), includeDelivered: z.boolean().exactOptional() }),
    output: Queued,
  },
} satisfies Contract;

export type DeliveryInputs = InputsOf<typeof deliveryContract>;
