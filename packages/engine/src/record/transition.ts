import { insert, schema } from '@gatehouse/db';
import {
  type Actor,
  actorId,
  type CustomerEvent,
  customerLifecycle,
  expectedBy,
  type Language,
  newId,
  nextActor,
  proposalLifecycle,
  Refusal,
  reasonMessage,
  say,
  whyNotNow,
} from '@gatehouse/domain';
import { digest } from './audit-digest.ts';
import type { Change, CustomerMove } from './change.ts';
import { statusEmail } from './emails.ts';
import type { CustomerRecord } from './load.ts';
import { languageFor } from './tenant-language.ts';

/**
 * Asks the lifecycle whether an event may happen now.
 * @throws TRANSITION_NOT_ALLOWED with the current status.
 */
export function allowed(record: CustomerRecord, event: CustomerEvent) {
  const status = record.customer.customerStatus;
  const row = customerLifecycle.row(status, event);
  if (row) return row;
  throw new Refusal('TRANSITION_NOT_ALLOWED', { says: whyNotNow(status, event), data: { customerStatus: status } });
}

/**
 * The effects of every transition: its history row, the audit, the event, the email, and the expiry of an open
 * proposal.
 */
export function moveCustomer(record: CustomerRecord, transition: CustomerMove, actor: Actor): Change {
  const { customer, now } = record;
  const row = allowed(record, transition.event);
  const id = newId();
  const overtaken =
    customer.openProposalId !== null && customer.openProposalId !== transition.proposalId
      ? customer.openProposalId
      : null;
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
    reasonCode: transition.reasonCode ?? null,
    temporary: transition.temporary ?? null,
    sealed:
      transition.note || transition.message
        ? record.key.seal('status-change', { note: transition.note, message: transition.message })
        : null,
    runId: transition.runId ?? null,
    proposalId: transition.proposalId ?? null,
    proposalStatus: transition.proposalId ? proposalLifecycle.step(proposalLifecycle.initial, 'confirm') : null,
    occurredAt: now,
  };
  return {
    set: {
      customerStatus: row.to,
      statusChangeId: id,
      statusChangedAt: now,
      expectedBy: nextActor(row.to) === 'us' ? expectedBy(record.program.durations, now, false) : null,
      delayAnnouncedAt: null,
      openProposalId: null,
      needsPerson: false,
    },
    events: [
      {
        type: 'customer.status_changed',
        previousStatus: row.from,
        ...(transition.reasonCode ? { reason: sayReason(transition.reasonCode, languageFor(customer)) } : {}),
        ...(transition.requirements ? { requirements: transition.requirements } : {}),
      },
    ],
    audit: [
      {
        action: `customer.${row.event}`,
        about: {
          from: row.from,
          to: row.to,
          reason: transition.reasonCode,
          temporary: transition.temporary,
          run: transition.runId,
          proposal: transition.proposalId,
          change: id,
          digest: digest('statusChange', change),
        },
      },
    ],
    writes: [insert(schema.statusChange, [change]), ...statusEmail(record, row.event)],
    moves: overtaken
      ? [{ lifecycle: 'proposal', event: 'expire', id: overtaken, from: proposalLifecycle.initial }]
      : [],
  };
}

/** A reason with its message, which is empty for an unknown code. */
export function sayReason(code: string, language: Language): { code: string; message: string } {
  const sentence = reasonMessage(code);
  return { code, message: sentence ? say(language, sentence) : '' };
}
