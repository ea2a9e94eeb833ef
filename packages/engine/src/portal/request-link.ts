import { isRefusal, newId, type RealTime } from '@gatehouse/domain';
import type { Sql } from 'postgres';
import type { Deps } from '../deps.ts';
import { spend } from '../limits/spend.ts';
import { emails, queueEmail } from '../record/emails.ts';
import { loadCustomer } from '../record/load.ts';
import { languageFor } from '../record/tenant-language.ts';
import { writeLink } from './links.ts';

/**
 * Requests a new link for an email address. It only counts and writes one row. The worker looks the address up, so
 * neither the answer nor its timing reveals who is known.
 *
 * @param network the origin of the request, for the limit; it is stored only as a keyed hash.
 * @throws TOO_MANY_REQUESTS, for known and unknown addresses alike.
 */
export async function requestLink(deps: Deps, email: string, network: string): Promise<void> {
  const address = email.trim().toLowerCase();
  await spend(deps, { limit: 'link.address', of: address }, { limit: 'link.network', of: network });
  const { vault } = deps;
  const sealed = vault.own().seal('link-request', address);
  await deps.sql`insert into link_request (id, sealed, key_id, created_at)
    values (${newId()}, ${sealed}, ${vault.keyId}, ${deps.now()})`;
}

/** Selects unanswered requests from before `at`. */
export const waitingRequests = (sql: Sql, at: RealTime) => sql`select id from link_request where created_at < ${at}`;

/** The most requests that one pass answers. */
const BATCH = 50;

/**
 * Answers waiting requests: every customer with that address gets an email with a new link. The worker's schedule calls
 * it. A killed pass is repeated, so an email may be sent twice and is never lost.
 *
 * @returns the number of requests.
 */
export async function sendRequestedLinks(deps: Deps): Promise<number> {
  return deps.sql.begin(async (tx) => {
    const taken = await tx<{ sealed: Buffer; key_id: string }[]>`delete from link_request where id in
      (select id from link_request order by created_at limit ${BATCH} for update skip locked) returning sealed, key_id`;
    for (const row of taken) await sendLinks(deps, deps.vault.own(row.key_id).open<string>('link-request', row.sealed));
    return taken.length;
  });
}

async function sendLinks(deps: Deps, address: string): Promise<void> {
  const found = await deps.sql<{ tenant_id: string; id: string }[]>`
    select tenant_id, id from customer where email = ${address} and archived_at is null limit 5`;
  for (const { tenant_id: tenantId, id } of found) {
    if (!(await mayWrite(deps, tenantId))) continue;
    const record = await loadCustomer(deps, tenantId, id);
    const { url } = await writeLink(deps, tenantId, id);
    await queueEmail(deps, record, emails.portalLink(languageFor(record.customer), address, url));
  }
}

/**
 * Above the tenant's limit no email is sent, and the customer can ask again. This keeps partners from sending floods of
 * emails.
 */
async function mayWrite(deps: Deps, tenantId: string): Promise<boolean> {
  return spend(deps, { limit: 'link.tenant', of: tenantId }).then(
    () => true,
    (error: unknown) => {
      if (isRefusal(error)) return false;
      throw error;
    },
  );
}
