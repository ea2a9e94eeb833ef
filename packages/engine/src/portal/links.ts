import { schema } from '@gatehouse/db';
import {
  type Actor,
  type CreatedLink,
  later,
  message,
  newId,
  type PortalLinkInputs,
  type RealTime,
  Refusal,
  showId,
} from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { spend } from '../limits/spend.ts';
import { emails, queueEmail } from '../record/emails.ts';
import { loadCustomer } from '../record/load.ts';
import { refuseArchived } from '../record/locked.ts';
import { hashOf, newLink, secret } from '../record/portal-link-row.ts';
import { languageFor } from '../record/tenant-language.ts';
import { type CustomerActor, requireScope, tenantOf } from '../tenancy.ts';

/** How long a session lasts, in milliseconds. */
const SESSION_LIFE = 8 * 3600_000;

/**
 * Creates a single-use link into the portal, and optionally sends it by email. Only its hash is stored.
 * @throws NOT_FOUND; UPDATE_NOT_ALLOWED for an archived customer; INVALID_INPUT when there is no address to send it to.
 */
export async function createLink(deps: Deps, actor: Actor, input: PortalLinkInputs['create']): Promise<CreatedLink> {
  requireScope(actor, 'portal:write');
  const record = await loadCustomer(deps, tenantOf(actor, input.customerId), input.customerId);
  refuseArchived(record.customer);
  if (input.sendTo === 'email' && !record.customer.email)
    throw new Refusal('INVALID_INPUT', {
      says: message('refusals.customers.noEmail'),
      data: { issues: [{ path: 'sendTo', message: message('refusals.customers.addEmail') }] },
    });
  const link = await writeLink(deps, record.customer.tenantId, input.customerId);
  if (input.sendTo === 'email')
    await queueEmail(
      deps,
      record,
      emails.portalLink(languageFor(record.customer), record.customer.email ?? '', link.url),
    );
  return link;
}

/** Writes a new link. @param life until it expires, in milliseconds; default three days. */
export async function writeLink(deps: Deps, tenantId: string, customerId: string, life?: number): Promise<CreatedLink> {
  const { path, row } = newLink({ tenantId, customerId, now: deps.now(), ...(life ? { life } : {}) });
  await deps.db.insert(schema.portalLink).values(row);
  return {
    id: showId('portalLink', row.id),
    url: deps.publicUrl + path,
    expiresAt: row.expiresAt.toISOString(),
  };
}

/** How long a link to another device of the same person is valid, in milliseconds. */
const HAND_OVER_LIFE = 15 * 60_000;

/**
 * Creates a link with which a signed-in customer continues on another device, such as a phone with a camera. It is
 * single-use like the others, and short-lived because it is shown on a screen.
 * @throws UPDATE_NOT_ALLOWED for an archived customer; TOO_MANY_REQUESTS
 */
export async function handOver(deps: Deps, actor: CustomerActor): Promise<{ url: string; expiresAt: string }> {
  const { customer } = await loadCustomer(deps, actor.tenantId, actor.customerId);
  refuseArchived(customer);
  await spend(deps, { limit: 'handOver.customer', of: actor.customerId });
  const { url, expiresAt } = await writeLink(deps, actor.tenantId, actor.customerId, HAND_OVER_LIFE);
  return { url, expiresAt };
}

/** Revokes a link. Sessions that it started continue. */
export async function revokeLink(deps: Deps, actor: Actor, linkId: string): Promise<{ revoked: true }> {
  requireScope(actor, 'portal:write');
  if (actor.kind !== 'app') throw new Refusal('NOT_PERMITTED');
  const done =
    await deps.sql`update portal_link set revoked_at = coalesce(revoked_at, ${deps.now()}) where tenant_id = ${actor.tenantId} and id = ${linkId}`;
  if (done.count === 0) throw new Refusal('NOT_FOUND');
  return { revoked: true };
}

export type OpenedSession = { readonly token: string; readonly expiresAt: RealTime };

/**
 * Redeems a link with one conditional update, so that it starts one session however often it is opened.
 * @throws GONE for a used, expired, revoked or unknown link.
 */
export async function openLink(deps: Deps, token: string): Promise<OpenedSession> {
  const now = deps.now();
  const [link] = await deps.sql<{ tenant_id: string; customer_id: string }[]>`
    update portal_link set used_at = ${now}
    where hash = ${hashOf(token)} and used_at is null and revoked_at is null and expires_at > ${now}
    returning tenant_id, customer_id`;
  if (!link) throw new Refusal('GONE');
  const session = secret();
  const expiresAt = later(now, SESSION_LIFE);
  await deps.sql`insert into portal_session (tenant_id, id, customer_id, hash, created_at, expires_at)
    values (${link.tenant_id}, ${newId()}, ${link.customer_id}, ${hashOf(session)}, ${now}, ${expiresAt})`;
  return { token: session, expiresAt };
}

/**
 * Says whether a link can still be used, and which partner it belongs to. It does not redeem the link, so a mail
 * scanner does no harm.
 */
export async function peekLink(
  deps: Deps,
  token: string,
): Promise<{ usable: boolean; partnerName: string | null; supportEmail: string | null }> {
  const [link] = await deps.sql<{ usable: boolean; name: string; support_email: string }[]>`
    select (l.used_at is null and l.revoked_at is null and l.expires_at > ${deps.now()}) as usable, p.name, p.support_email
    from portal_link l join tenant t on t.id = l.tenant_id join partner p on p.id = t.partner_id where l.hash = ${hashOf(token)}`;
  return link
    ? { usable: link.usable, partnerName: link.name, supportEmail: link.support_email }
    : { usable: false, partnerName: null, supportEmail: null };
}

/** Returns the customer of a session, or null. */
export async function authenticateSession(
  deps: Deps,
  token: string,
): Promise<Extract<Actor, { kind: 'customer' }> | null> {
  const [row] = await deps.sql<{ tenant_id: string; id: string; customer_id: string }[]>`
    select tenant_id, id, customer_id from portal_session where hash = ${hashOf(token)} and revoked_at is null and expires_at > ${deps.now()}`;
  return row ? { kind: 'customer', tenantId: row.tenant_id, customerId: row.customer_id, sessionId: row.id } : null;
}

/** Ends a session at once. */
export async function closeSession(deps: Deps, actor: Extract<Actor, { kind: 'customer' }>): Promise<void> {
  await deps.sql`update portal_session set revoked_at = ${deps.now()} where tenant_id = ${actor.tenantId} and id = ${actor.sessionId}`;
}
