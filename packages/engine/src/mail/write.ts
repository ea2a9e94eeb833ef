import { schema } from '@gatehouse/db';
import { newId } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record.ts';

/** A letter to a customer. It is sealed while it waits, for it holds an address and often a secret link. */
export type Letter = {
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly link?: string;
};

const withLink = (kind: string, to: string, subject: string, words: string, link: string): Letter => ({
  kind,
  to,
  subject,
  text: `${words}\n\n${link}\n\nIt works once and for three days. If you did not expect this, you can ignore it.`,
  link,
});

/** The letters that Gatehouse sends, in its words. */
export const letter = {
  portalLink: (to: string, link: string): Letter =>
    withLink(
      'portalLink',
      to,
      'Continue with your verification',
      'Open this link to continue where you left off:',
      link,
    ),
  status: (to: string, copy: { subject: string; words: string }, link: string): Letter =>
    withLink('status', to, copy.subject, copy.words, link),
};

/** The row of a letter that waits. `at` is the time of this server, not a tenant's: letters travel in the real world. */
export const letterRow = (
  { customer, key }: CustomerRecord,
  mail: Letter,
  at: Date,
): typeof schema.mail.$inferInsert => ({
  tenantId: customer.tenantId,
  id: newId(),
  customerId: customer.id,
  kind: mail.kind,
  sealed: key.seal('mail', mail),
  createdAt: at,
});

/** Puts a letter in the outbox; the worker sends it. */
export async function mailRow(deps: Deps, record: CustomerRecord, mail: Letter): Promise<void> {
  await deps.db.insert(schema.mail).values(letterRow(record, mail, deps.now()));
  deps.announce({ tenantId: record.customer.tenantId, customerId: record.customer.id });
}
