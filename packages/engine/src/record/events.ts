import type { schema } from '@gatehouse/db';
import {
  API_VERSION,
  accessOf,
  type CustomerStatus,
  type EventData,
  type EventType,
  newId,
  type RequirementInEvent,
  showId,
  type WebhookEvent,
} from '@gatehouse/domain';
import type { CustomerRecord, CustomerRow } from './load.ts';

/** An event without its sequence number. The customer's data is added when it is written. */
export type EventDraft = {
  readonly type: EventType;
  readonly previousStatus?: CustomerStatus;
  readonly reason?: { readonly code: string; readonly message: string };
  readonly requirements?: readonly RequirementInEvent[];
};

type EventRow = typeof schema.event.$inferInsert;

/** Builds event rows with their final bodies. Each shows the customer's state after the whole change. */
export function writeEvents(
  record: CustomerRecord,
  sequence: number,
  after: CustomerRow,
  drafts: readonly EventDraft[],
): EventRow[] {
  return drafts.map((draft, index) => {
    const id = newId();
    const { type, ...extra } = draft;
    const data: EventData = {
      customerId: showId('customer', after.id),
      externalId: after.externalId,
      customerType: after.type,
      customerStatus: after.customerStatus,
      expectedBy: after.expectedBy?.toISOString() ?? null,
      access: accessOf(after.customerStatus, after.archivedAt !== null),
      ...(extra as Partial<EventData>),
    };
    const body: WebhookEvent = {
      id: showId('event', id),
      type,
      apiVersion: API_VERSION,
      mode: record.mode,
      occurredAt: record.now.toISOString(),
      sequence: sequence + index + 1,
      data,
    };
    return {
      tenantId: after.tenantId,
      id,
      customerId: after.id,
      type,
      sequence: body.sequence,
      body: JSON.stringify(body),
      occurredAt: record.now,
    };
  });
}
