import type { JobPayload, RealTime } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { Email } from '../record/emails.ts';
import { loadCustomer } from '../record/load.ts';

/** The port for sending emails: SMTP in production, a mailbox page in evaluation. */
export interface Mailer {
  /** @param reference the same for every attempt, so that a server can drop duplicates. */
  send(mail: Email, reference: string): Promise<void>;
}

type MailRow = { tenant_id: string; customer_id: string | null; key_id: string | null; sealed: Buffer };

/** Opens an email. One to a customer is sealed with the customer's key, one to a partner with the installation's. */
async function openEmail(deps: Deps, row: MailRow): Promise<Email> {
  const { customer_id: customerId, key_id: keyId, tenant_id: tenantId, sealed } = row;
  const key = customerId ? (await loadCustomer(deps, tenantId, customerId)).key : deps.vault.own(keyId ?? undefined);
  return key.open<Email>('mail', sealed);
}

/** Runs the job of one email. A sent email is not sent again. */
export async function sendMail(
  deps: Deps,
  mailer: Mailer,
  { tenantId, mailId }: JobPayload<'mail.send'>,
): Promise<void> {
  const [row] = await deps.sql<
    MailRow[]
  >`select tenant_id, customer_id, key_id, sealed from mail where tenant_id = ${tenantId} and id = ${mailId} and sent_at is null`;
  if (!row) return;
  await mailer.send(await openEmail(deps, row), mailId);
  await deps.sql`update mail set sent_at = ${deps.now()} where tenant_id = ${tenantId} and id = ${mailId} and sent_at is null`;
}

/** Lists the newest emails for the mailbox page of an evaluation. */
export async function mailbox(deps: Deps, limit = 50): Promise<(Email & { id: string; at: string; sent: boolean })[]> {
  if (!deps.evaluation) return [];
  const rows = await deps.sql<(MailRow & { id: string; created_at: RealTime; sent_at: RealTime | null })[]>`
    select tenant_id, id, customer_id, key_id, sealed, created_at, sent_at from mail order by created_at desc limit ${limit}`;
  return Promise.all(
    rows.map(async (row) => ({
      ...(await openEmail(deps, row)),
      id: row.id,
      at: row.created_at.toISOString(),
      sent: row.sent_at !== null,
    })),
  );
}
