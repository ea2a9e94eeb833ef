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

/** The letters that Gatehouse sends, in its words. */
export const letter = {
  portalLink: (to: string, link: string): Letter => ({
    kind: 'portalLink',
    to,
    subject: 'Continue with your verification',
    text: `Open this link to continue where you left off:\n\n${link}\n\nIt works once and for three days. If you did not expect this, you can ignore it.`,
    link,
  }),
};

/** Puts a letter in the outbox; the worker sends it. */
export async function mailRow(deps: Deps, record: CustomerRecord, mail: Letter): Promise<void> {
  const { tenantId, id: customerId } = record.customer;
  await deps.sql`insert into mail (tenant_id, id, customer_id, kind, sealed, created_at)
    values (${tenantId}, ${newId()}, ${customerId}, ${mail.kind}, ${record.key.seal('mail', mail)}, ${deps.now()})`;
  deps.announce({ tenantId, customerId });
}
