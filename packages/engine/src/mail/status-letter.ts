import { insert, schema, type Write } from '@gatehouse/db';
import { type CustomerEvent, STATUS_LETTERS } from '@gatehouse/domain';
import { newLink } from '../portal/new-link.ts';
import type { CustomerRecord } from '../record.ts';
import { letter, letterRow } from './write.ts';

/**
 * What a customer is written when their status moves, with a link of its own to the page that tells the rest. It commits
 * with the change, so that nobody is told of what did not happen. Nothing where there is no address, or where the
 * partner writes itself.
 */
export function statusLetter(record: CustomerRecord, event: CustomerEvent): Write[] {
  const copy = STATUS_LETTERS[event];
  const { customer, post } = record;
  if (!copy || !post || !customer.email) return [];
  const { path, row } = newLink({ tenantId: customer.tenantId, customerId: customer.id, now: post.now });
  const words = copy.words.replace('{partner}', post.partnerName);
  const mail = letter.status(customer.email, { subject: copy.subject, words }, post.publicUrl + path);
  return [insert(schema.portalLink, [row]), insert(schema.mail, [letterRow(record, mail, post.now)])];
}
