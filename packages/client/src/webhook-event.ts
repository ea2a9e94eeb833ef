import type { EndpointDisabled, EventData, EventHead, EventType } from './contract.ts';

/** An event of a customer. `sequence` counts the events of that customer from 1 without gaps. */
export type CustomerEvent = EventHead & {
  type: Exclude<EventType, 'webhook_endpoint.disabled' | 'webhook.test'>;
  data: EventData;
};

/** One of your endpoints was disabled. The event belongs to no customer, and its `sequence` is 0. */
export type EndpointEvent = EventHead & { type: 'webhook_endpoint.disabled'; data: EndpointDisabled };

/** A test that you requested. The event belongs to no customer, and its `sequence` is 0. */
export type TestEvent = EventHead & { type: 'webhook.test'; data: { message: string } };

/**
 * The body of a webhook, and an item of `events.list`. A newer server may send types that are not listed here. They are
 * returned as they are, so end a `switch` with a `default` that ignores them.
 */
export type WebhookEvent = CustomerEvent | EndpointEvent | TestEvent;

/** The id of the customer of an event, or null. */
export const customerOf = (event: WebhookEvent): string | null =>
  'customerId' in event.data && event.sequence > 0 ? event.data.customerId : null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a parsed body as an event, or returns null. It checks only what the receiver relies on, so that fields and types
 * of a later version do not break an older application.
 */
export function readEvent(value: unknown): WebhookEvent | null {
  if (!isObject(value) || !isObject(value.data)) return null;
  const texts = [value.id, value.type, value.apiVersion, value.mode, value.occurredAt];
  if (!texts.every((text) => typeof text === 'string' && text !== '')) return null;
  if (!Number.isSafeInteger(value.sequence) || Number(value.sequence) < 0) return null;
  if (Number(value.sequence) > 0 && typeof value.data.customerId !== 'string') return null;
  return value as WebhookEvent;
}
