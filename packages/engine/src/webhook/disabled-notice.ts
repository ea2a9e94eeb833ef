import type { schema } from '@gatehouse/db';
import {
  API_VERSION,
  type DisabledBecause,
  message,
  newId,
  onTenantClock,
  say,
  showId,
  type WebhookEvent,
} from '@gatehouse/domain';
import type { PendingQuery, Row } from 'postgres';
import type { Deps } from '../deps.ts';
import { emails } from '../record/emails.ts';
import { languageFor } from '../record/tenant-language.ts';
import type { EndpointRow } from './endpoints.ts';

type Fragment = PendingQuery<Row[]>;

/** The message stored with the endpoint, and the event and the email that commit with it. */
export type DisabledNotice = { readonly because: string; readonly writes: (from: Fragment) => Fragment };

/**
 * Notifies the owner of a disabled endpoint. The event goes to the tenant's other endpoints and to `events.list`. The
 * email goes to the partner's support contact, the one address that every partner has.
 *
 * @returns fragments for the disabling statement that insert one event and one email per row of `from`.
 */
export async function disabledNotice(
  { sql, vault, now }: Deps,
  { endpoint, tenant }: { endpoint: EndpointRow; tenant: typeof schema.tenant.$inferSelect },
  why: DisabledBecause,
): Promise<DisabledNotice> {
  const [partner] = await sql<{ support_email: string }[]>`
    select support_email from partner where id = ${tenant.partnerId}`;
  const language = languageFor(endpoint);
  const reason = { code: why, message: say(language, message(`endpointDisabledBecause.${why}`)) };
  const [eventId, endpointId, at] = [
    newId(),
    showId('endpoint', endpoint.id),
    onTenantClock(now(), tenant.clockOffset),
  ];
  const body: WebhookEvent = {
    id: showId('event', eventId),
    type: 'webhook_endpoint.disabled',
    apiVersion: API_VERSION,
    mode: tenant.mode,
    occurredAt: at.toISOString(),
    sequence: 0,
    data: { endpointId, reason },
  };
  const mail = emails.endpointDisabled(language, partner?.support_email ?? '', {
    endpointId,
    host: new URL(endpoint.url).host,
    mode: tenant.mode,
    because: why,
  });
  const sealed = vault.own().seal('mail', mail);
  return {
    because: reason.message,
    writes: (from) => sql`, told as (
      insert into event (tenant_id, id, type, sequence, body, occurred_at)
      select before.tenant_id, ${eventId}::uuid, ${body.type}, 0, ${JSON.stringify(body)}, ${at}::timestamptz from ${from}
    ), written as (
      insert into mail (tenant_id, id, kind, key_id, sealed, created_at)
      select before.tenant_id, ${newId()}::uuid, ${mail.kind}, ${vault.keyId}, ${sealed}::bytea, ${now()}::timestamptz from ${from}
    )`,
  };
}
