import { insert, schema, type Write } from '@gatehouse/db';
import {
  type CustomerEvent,
  type DisabledBecause,
  type Language,
  type Message,
  type Mode,
  message,
  newId,
  type RealTime,
  say,
  statusEmailMessages,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from './load.ts';
import { newLink } from './portal-link-row.ts';
import { languageFor } from './tenant-language.ts';

/**
 * An email to a customer or to a partner. It is sealed while it waits, because it holds an address and often a secret
 * link.
 */
export type Email = {
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly link?: string;
};

/** An email's messages, before they have a language. */
type EmailMessages = { readonly subject: Message; readonly words: Message };

function withLink(language: Language, kind: string, to: string, words: EmailMessages, link: string): Email {
  const parts = [say(language, words.words), link, say(language, message('emails.aboutLink'))];
  return { kind, to, subject: say(language, words.subject), text: parts.join('\n\n'), link };
}

/** The emails that Gatehouse sends. */
export const emails = {
  portalLink: (language: Language, to: string, link: string): Email => {
    const words = { subject: message('emails.portalLink.subject'), words: message('emails.portalLink.words') };
    return withLink(language, 'portalLink', to, words, link);
  },
  status: (language: Language, to: string, words: EmailMessages, link: string): Email =>
    withLink(language, 'status', to, words, link),
  /**
   * To the partner: Gatehouse no longer sends to this endpoint. Only the host of its address is named, because the
   * rest may hold a secret.
   */
  endpointDisabled: (
    language: Language,
    to: string,
    { because, ...facts }: { endpointId: string; host: string; mode: Mode; because: DisabledBecause },
  ): Email => ({
    kind: 'endpointDisabled',
    to,
    subject: say(language, message('emails.endpointDisabled.subject', { host: facts.host })),
    text: [
      message('emails.endpointDisabled.what', facts),
      message('emails.endpointDisabled.why', { because: message(`endpointDisabledBecause.${because}`) }),
      message('emails.endpointDisabled.next'),
    ]
      .map((part) => say(language, part))
      .join('\n\n'),
  }),
};

/** The row of a queued email. `at` is real time and not a tenant's, because emails are sent in real time. */
const emailRow = ({ customer, key }: CustomerRecord, mail: Email, at: RealTime): typeof schema.mail.$inferInsert => ({
  tenantId: customer.tenantId,
  id: newId(),
  customerId: customer.id,
  kind: mail.kind,
  sealed: key.seal('mail', mail),
  createdAt: at,
});

/** Puts an email in the outbox; the worker sends it. */
export async function queueEmail(deps: Deps, record: CustomerRecord, mail: Email): Promise<void> {
  await deps.db.insert(schema.mail).values(emailRow(record, mail, deps.now()));
  deps.announce({ tenantId: record.customer.tenantId, customerId: record.customer.id });
}

/**
 * The writes that queue a transition's email to the customer, with its own portal link. They commit with the change,
 * so that an email never reports what did not happen. Empty without an address, or where the partner sends its own
 * emails.
 */
export function statusEmail(record: CustomerRecord, event: CustomerEvent): Write[] {
  const { customer, sender } = record;
  const words = sender && statusEmailMessages(event, sender.partnerName);
  if (!words || !customer.email) return [];
  const { path, row } = newLink({ tenantId: customer.tenantId, customerId: customer.id, now: sender.now });
  const mail = emails.status(languageFor(customer), customer.email, words, sender.publicUrl + path);
  return [insert(schema.portalLink, [row]), insert(schema.mail, [emailRow(record, mail, sender.now)])];
}
