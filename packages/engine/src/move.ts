import { schema, update, type Write } from '@gatehouse/db';
import {
  type Actor,
  actorId,
  type CustomerEvent,
  type CustomerStatus,
  customerLifecycle,
  expectedBy,
  newId,
  nextActor,
  type ReasonCode,
  Refusal,
  reasonSentence,
} from '@gatehouse/domain';
import type { AuditDraft } from './audit/chain.ts';
import { digest } from './audit/digest.ts';
import type { EventDraft } from './events/write.ts';
import { statusLetter } from './mail/status-letter.ts';
import type { CustomerRecord, CustomerRow } from './record.ts';

/** A transition to be made, and why. The words are sealed; the reason's code travels. */
export type Move = {
  readonly event: CustomerEvent;
  readonly reasonCode?: ReasonCode;
  readonly temporary?: boolean;
  /** For colleagues. */
  readonly note?: string;
  /** For the customer. */
  readonly message?: string;
  readonly runId?: string;
  /** The confirmed proposal behind it, where the row needs two people. */
  readonly proposalId?: string;
  readonly requirements?: EventDraft['requirements'];
};

/**
 * Asks the lifecycle whether an event may happen now.
 * @throws TRANSITION_NOT_ALLOWED with the current status.
 */
export function allowed(record: CustomerRecord, event: CustomerEvent) {
  const status = record.customer.customerStatus as CustomerStatus;
  const row = customerLifecycle.row(status, event);
  if (row) return row;
  const answer = customerLifecycle.allows(status, event);
  throw new Refusal('TRANSITION_NOT_ALLOWED', answer.allowed ? undefined : answer.why, { customerStatus: status });
}

type Applied = {
  readonly row: typeof schema.statusChange.$inferInsert;
  readonly set: Partial<CustomerRow>;
  readonly events: EventDraft[];
  readonly audit: AuditDraft[];
  readonly writes: Write[];
};

/** What follows from a transition by itself, whichever it is: its history row, the audit, the event, the letter, and an open proposal that is now out of date. */
export function applyMove(record: CustomerRecord, move: Move, actor: Actor): Applied {
  const { customer, now } = record;
  const row = allowed(record, move.event);
  const id = newId();
  const overtaken =
    customer.openProposalId !== null && customer.openProposalId !== move.proposalId ? customer.openProposalId : null;
  const change: typeof schema.statusChange.$inferInsert = {
    tenantId: customer.tenantId,
    id,
    customerId: customer.id,
    version: customer.version + 1,
    fromStatus: row.from,
    event: row.event,
    toStatus: row.to,
    people: row.people,
    actorKind: actor.kind,
    actorId: actorId(actor),
    reasonCode: move.reasonCode ?? null,
    temporary: move.temporary ?? null,
    sealed:
      move.note || move.message ? record.key.seal('status-change', { note: move.note, message: move.message }) : null,
    runId: move.runId ?? null,
    proposalId: move.proposalId ?? null,
    proposalStatus: move.proposalId ? 'CONFIRMED' : null,
    occurredAt: now,
  };
  return {
    row: change,
    set: {
      customerStatus: row.to,
      statusChangeId: id,
      statusChangedAt: now,
      expectedBy: nextActor(row.to) === 'us' ? expectedBy(customer.type, now, false) : null,
      delayAnnouncedAt: null,
      openProposalId: null,
      needsPerson: false,
    },
    events: [
      {
        type: 'customer.status_changed',
        previousStatus: row.from,
        ...(move.reasonCode
          ? { reason: { code: move.reasonCode, message: reasonSentence(move.reasonCode) ?? '' } }
          : {}),
        ...(move.requirements ? { requirements: move.requirements } : {}),
      },
    ],
    audit: [
      {
        action: `customer.${row.event}`,
        about: {
          from: row.from,
          to: row.to,
          reason: move.reasonCode,
          temporary: move.temporary,
          run: move.runId,
          proposal: move.proposalId,
          change: id,
          digest: digest('statusChange', change),
        },
      },
    ],
    writes: [
      ...(overtaken
        ? [update(schema.proposal, [{ tenantId: customer.tenantId, id: overtaken, status: 'STALE', decidedAt: now }])]
        : []),
      ...statusLetter(record, row.event),
    ],
  };
}
