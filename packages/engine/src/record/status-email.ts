import { insert, schema, type Write } from '@gatehouse/db';
import { type CustomerEvent, STATUS_EMAILS } from '@gatehouse/domain';
import { emailRow, emails } from './email-row.ts';
import type { CustomerRecord } from './load.ts';
import { newLink } from './portal-link-row.ts';

/**
 * What a customer is written when their status moves, with a link of its own to the page that tells the rest. It commits
 * with the change, so that nobody is told of what did not happen. Nothing where there is no address, or where the
 * partner writes itself.
 */
export function statusEmail(record: CustomerRecord, event: CustomerEvent): Write[] {
  const copy = STATUS_EMAILS[event];
  const { customer, sender } = record;
  if (!copy || !sender || !customer.email) return [];
  const { path, row } = newLink({ tenantId: customer.tenantId, customerId: customer.id, now: sender.now });
  const words = copy.words.replace('{partner}', sender.partnerName);
  const mail = emails.status(customer.email, { subject: copy.subject, words }, sender.publicUrl + path);
  return [insert(schema.portalLink, [row]), insert(schema.mail, [emailRow(record, mail, sender.now)])];
}
