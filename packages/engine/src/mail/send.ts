import type { JobPayload } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { loadCustomer } from '../record.ts';
import type { Letter } from './write.ts';

/** The port through which letters leave: SMTP in production, a mailbox page in evaluation. */
export interface Mailer {
  /** @param reference the same for every try, so that a server that knows it can drop a repeat. */
  send(mail: Letter, reference: string): Promise<void>;
}

/** The job of one letter. A letter that was sent is not sent again. */
export async function sendMail(
  deps: Deps,
  mailer: Mailer,
  { tenantId, mailId }: JobPayload<'mail.send'>,
): Promise<void> {
  const [row] = await deps.sql<
    { customer_id: string; sealed: Buffer }[]
  >`select customer_id, sealed from mail where tenant_id = ${tenantId} and id = ${mailId} and sent_at is null`;
  if (!row) return;
  const record = await loadCustomer(deps, tenantId, row.customer_id);
  await mailer.send(record.key.open<Letter>('mail', row.sealed), mailId);
  await deps.sql`update mail set sent_at = ${deps.now()} where tenant_id = ${tenantId} and id = ${mailId} and sent_at is null`;
}

/** The newest letters, for the mailbox page of an evaluation. */
export async function mailbox(deps: Deps, limit = 50): Promise<(Letter & { id: string; at: string; sent: boolean })[]> {
  if (!deps.evaluation) return [];
  const rows = await deps.sql<
    { tenant_id: string; id: string; customer_id: string; sealed: Buffer; created_at: Date; sent_at: Date | null }[]
  >`
    select tenant_id, id, customer_id, sealed, created_at, sent_at from mail order by created_at desc limit ${limit}`;
  return Promise.all(
    rows.map(async (row) => {
      const record = await loadCustomer(deps, row.tenant_id, row.customer_id);
      return {
        ...record.key.open<Letter>('mail', row.sealed),
        id: row.id,
        at: row.created_at.toISOString(),
        sent: row.sent_at !== null,
      };
    }),
  );
}
