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
  statusEmailWords,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from './load.ts';
import { newLink } from './portal-link-row.ts';
import { languageFor } from './tenant-language.ts';

/** An email to a customer or to a partner. It is sealed while it waits, for it holds an address and often a secret link. */
export type Email = {
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly link?: string;
};

/** An email's own words, before they have a language. */
type EmailWords = { readonly subject: Message; readonly words: Message };

function withLink(language: Language, kind: string, to: string, words: EmailWords, link: string): Email {
  const parts = [say(language, words.words), link, say(language, message('emails.aboutLink'))];
  return { kind, to, subject: say(language, words.subject), text: parts.join('\n\n'), link };
}

/** The emails that Gatehouse sends. */
export const emails = {
  portalLink: (language: Language, to: string, link: string): Email => {
    const words = { subject: message('emails.portalLink.subject'), words: message('emails.portalLink.words') };
    return withLink(language, 'portalLink', to, words, link);
  },
  status: (language: Language, to: string, words: EmailWords, link: string): Email =>
    withLink(language, 'status', to, words, link),
  /** To the partner: Gatehouse no longer sends to this endpoint. Of its address only the host is named, for the rest may hold a secret. */
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

/** The row of an email that waits. `at` is the time of this server, not a tenant's: emails travel in the real world. */
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
 * What a customer is written when their status moves, with a link of its own to the page that tells the rest. It commits
 * with the change, so that nobody is told of what did not happen. Nothing where there is no address, or where the
 * partner writes itself.
 */
export function statusEmail(record: CustomerRecord, event: CustomerEvent): Write[] {
  const { customer, sender } = record;
  const words = sender && statusEmailWords(event, sender.partnerName);
  if (!words || !customer.email) return [];
  const { path, row } = newLink({ tenantId: customer.tenantId, customerId: customer.id, now: sender.now });
  const mail = emails.status(languageFor(customer), customer.email, words, sender.publicUrl + path);
  return [insert(schema.portalLink, [row]), insert(schema.mail, [emailRow(record, mail, sender.now)])];
}
