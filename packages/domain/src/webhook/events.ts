import { z } from 'zod';

/** Every type of event, with when it happens. The types, the subscription's choices and the docs read this table. */
export const EVENT_TYPES = {
  'customer.created': 'A customer was created.',
  'customer.updated': 'The profile, a document or the metadata changed.',
  'customer.status_changed': 'The status moved.',
  'customer.archived': 'An abandoned draft was archived.',
  'customer.cancellation_requested': 'The customer asked to stop the verification.',
  'verification.submitted': 'A submission started or was sent again.',
  'verification.check_completed': 'One check reached its verdict.',
  'verification.information_requested': 'The customer is asked for more.',
  'verification.information_answered': 'The customer answered an item.',
  'verification.reminder': 'An item is still open near its date.',
  'verification.delayed': 'The expected time has passed.',
  'verification.completed': 'A run came to its end.',
  'document.uploaded': 'A document was uploaded.',
  'document.accepted': 'A document was accepted.',
  'document.rejected': 'A document was not accepted.',
  'document.expiring': 'A document expires soon.',
  'document.expired': 'A document has expired.',
  'change_request.created': 'The customer asked for a change of verified data.',
  'change_request.decided': 'A change request was decided.',
  'appeal.opened': 'The customer asked for a second look.',
  'appeal.decided': 'An appeal was decided.',
  'end_customer.created': 'An end customer was created.',
  'end_customer.status_changed': 'The enablement moved.',
  'end_customer.secret_rotated': 'A secret of the end customer was rotated.',
  'webhook_endpoint.disabled': 'An endpoint was disabled, because it is gone or accepted nothing for five days.',
  'webhook.test': 'A test that you asked for.',
} as const;

export type EventType = keyof typeof EVENT_TYPES;
export const EventType = z.enum(Object.keys(EVENT_TYPES) as [EventType, ...EventType[]]);

/** The version of the body's shape. It changes only when a field changes its meaning or goes away. */
export const API_VERSION = '2026-11-01';
