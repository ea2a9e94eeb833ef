import { type Message, message } from '../messages/message.ts';
import type { CustomerEvent } from './lifecycle.ts';

/**
 * Whether the customer gets an email about a transition, by event. Customers get none about what they did themselves.
 */
export const STATUS_EMAILS = {
  submit: false,
  resubmit: false,
  requestInformation: true,
  approve: true,
  reject: true,
  deactivate: true,
  reopen: true,
  reactivate: true,
} as const satisfies Record<CustomerEvent, boolean>;

type Written = { [Event in CustomerEvent]: (typeof STATUS_EMAILS)[Event] extends true ? Event : never }[CustomerEvent];
const isWritten = (event: CustomerEvent): event is Written => STATUS_EMAILS[event];

/** The email about a transition, without its link; null where none is sent. */
export const statusEmailMessages = (
  event: CustomerEvent,
  partner: string,
): { subject: Message; words: Message } | null =>
  isWritten(event)
    ? { subject: message(`statusEmails.${event}.subject`), words: message(`statusEmails.${event}.words`, { partner }) }
    : null;
