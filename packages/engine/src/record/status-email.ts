import { insert, schema, type Write } from '@gatehouse/db';
import { type CustomerEvent, statusEmailWords } from '@gatehouse/domain';
import { emailRow, emails } from './email-row.ts';
import type { CustomerRecord } from './load.ts';
import { newLink } from './portal-link-row.ts';
import { languageFor } from './tenant-language.ts';

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
