import type { EndpointDisabled, EventData, EventHead, EventType } from './contract.ts';

/** Something that happened to a customer. `sequence` counts the events of that customer without a gap, from 1. */
export type CustomerEvent = EventHead & {
  type: Exclude<EventType, 'webhook_endpoint.disabled' | 'webhook.test'>;
  data: EventData;
};

/** One of your endpoints was disabled. It is about no customer, and its `sequence` is 0. */
export type EndpointEvent = EventHead & { type: 'webhook_endpoint.disabled'; data: EndpointDisabled };

/** A test that you asked for. It is about no customer, and its `sequence` is 0. */
export type TestEvent = EventHead & { type: 'webhook.test'; data: { message: string } };

/**
 * What a webhook carries and `events.list` answers. A server that is newer than this package may send types which are not
 * listed here: they arrive as they are, so end a `switch` with a `default` that ignores them.
 */
export type WebhookEvent = CustomerEvent | EndpointEvent | TestEvent;

/** The customer whom an event is about, or null. */
export const customerOf = (event: WebhookEvent): string | null =>
  'customerId' in event.data && event.sequence > 0 ? event.data.customerId : null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a parsed body as an event, or answers null. Only what the receiver itself relies on is checked: fields and types
 * that a later version adds must not break an application that was built before.
 */
export function readEvent(value: unknown): WebhookEvent | null {
  if (!isObject(value) || !isObject(value.data)) return null;
  const texts = [value.id, value.type, value.apiVersion, value.mode, value.occurredAt];
  if (!texts.every((text) => typeof text === 'string' && text !== '')) return null;
  if (!Number.isSafeInteger(value.sequence) || Number(value.sequence) < 0) return null;
  if (Number(value.sequence) > 0 && typeof value.data.customerId !== 'string') return null;
  return value as WebhookEvent;
}
