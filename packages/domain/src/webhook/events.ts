import { z } from 'zod';

/**
 * Every type of event, with when it happens. A planned type is reserved and not raised yet: it is missing from the
 * docs, and endpoints cannot subscribe to it.
 */
const DECLARED = {
  'customer.created': { when: 'A customer was created.' },
  'customer.updated': { when: 'The profile, a document or the metadata changed.' },
  'customer.status_changed': { when: 'The status moved.' },
  'customer.archived': { when: 'An abandoned draft was archived.' },
  'customer.cancellation_requested': { when: 'The customer asked to stop the verification.', planned: true },
  'verification.submitted': { when: 'A submission started or was sent again.' },
  'verification.check_completed': { when: 'One check reached its verdict.' },
  'verification.information_requested': { when: 'The customer is asked for more.' },
  'verification.information_answered': { when: 'The customer answered an item.' },
  'verification.reminder': { when: 'An item is still open near its date.', planned: true },
  'verification.delayed': { when: 'The expected time has passed.' },
  'verification.completed': { when: 'A run came to its end.' },
  'document.uploaded': { when: 'A document was uploaded.' },
  'document.accepted': { when: 'A document was accepted.', planned: true },
  'document.rejected': { when: 'A document was not accepted.', planned: true },
  'document.expiring': { when: 'A document expires soon.', planned: true },
  'document.expired': { when: 'A document has expired.', planned: true },
  'change_request.created': { when: 'The customer asked for a change of verified data.', planned: true },
  'change_request.decided': { when: 'A change request was decided.', planned: true },
  'appeal.opened': { when: 'The customer asked for a second look.', planned: true },
  'appeal.decided': { when: 'An appeal was decided.', planned: true },
  'end_customer.created': { when: 'An end customer was created.', planned: true },
  'end_customer.status_changed': { when: 'The enablement moved.', planned: true },
  'end_customer.secret_rotated': { when: 'A secret of the end customer was rotated.', planned: true },
  'webhook_endpoint.disabled': {
    when: 'An endpoint was disabled, because it is gone or accepted nothing for five days.',
  },
  'webhook.test': { when: 'A test that you asked for.' },
} as const satisfies Record<string, { readonly when: string; readonly planned?: true }>;

type Declared = typeof DECLARED;
type Names = keyof Declared;
/** The types that are not raised yet. */
export type PlannedEventType = { [Name in Names]: Declared[Name] extends { planned: true } ? Name : never }[Names];
/** The types that are raised. */
export type EventType = Exclude<Names, PlannedEventType>;

const isPlanned = (name: Names): name is PlannedEventType => 'planned' in DECLARED[name];
const names = Object.keys(DECLARED) as [Names, ...Names[]];

export const PLANNED_EVENT_TYPES = names.filter(isPlanned);
export const EventType = z.enum(names.filter((name): name is EventType => !isPlanned(name)));

/** The types in a stored list, which may include planned ones from an earlier version. */
export const StoredEventType = z.enum(names);
export type StoredEventType = z.infer<typeof StoredEventType>;

/** When an event of this type happens, as a sentence. */
export const eventMeaning = (type: EventType): string => DECLARED[type].when;

/** The version of the body's shape. It changes only when a field changes its meaning or goes away. */
export const API_VERSION = '2026-11-21';
