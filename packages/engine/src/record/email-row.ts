import { schema } from '@gatehouse/db';
import { type Mode, newId, type RealTime } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from './load.ts';

/** An email to a customer or to a partner. It is sealed while it waits, for it holds an address and often a secret link. */
export type Email = {
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly link?: string;
};

const withLink = (kind: string, to: string, subject: string, words: string, link: string): Email => ({
  kind,
  to,
  subject,
  text: `${words}\n\n${link}\n\nIt works once and for three days. If you did not expect this, you can ignore it.`,
  link,
});

/** The emails that Gatehouse sends, in its words. */
export const emails = {
  portalLink: (to: string, link: string): Email =>
    withLink(
      'portalLink',
      to,
      'Continue with your verification',
      'Open this link to continue where you left off:',
      link,
    ),
  status: (to: string, copy: { subject: string; words: string }, link: string): Email =>
    withLink('status', to, copy.subject, copy.words, link),
  /** To the partner: Gatehouse no longer sends to this endpoint. Of its address only the host is named, for the rest may hold a secret. */
  endpointDisabled: (to: string, facts: { endpointId: string; host: string; mode: Mode; because: string }): Email => ({
    kind: 'endpointDisabled',
    to,
    subject: `Webhooks to ${facts.host} are switched off`,
    text: [
      `We no longer send webhooks to your ${facts.mode} endpoint at ${facts.host} (${facts.endpointId}).`,
      `${facts.because} What was still waiting for it is kept as failed.`,
      'When the endpoint works again, enable it with webhookEndpoints.update and status ENABLED. Then deliveries.replay sends again what failed, and events.list has everything that happened meanwhile.',
    ].join('\n\n'),
  }),
};

/** The row of an email that waits. `at` is the time of this server, not a tenant's: emails travel in the real world. */
export const emailRow = (
  { customer, key }: CustomerRecord,
  mail: Email,
  at: RealTime,
): typeof schema.mail.$inferInsert => ({
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
