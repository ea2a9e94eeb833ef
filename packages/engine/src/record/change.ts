import type { Write } from '@gatehouse/db';
import type { CustomerEvent, ReasonCode } from '@gatehouse/domain';
import type { AuditDraft } from './audit-chain.ts';
import type { EventDraft } from './events.ts';
import type { CustomerRow } from './load.ts';

/** A transition to be made, and why. The words are sealed; the reason's code travels. */
export type Transition = {
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
 * Everything that shall stand or fall together. Verbs say what changes; counters, history, audit and events follow from
 * it. Every part may be absent, so that parts of a change are changes too, and `combine` makes one of them.
 */
export type Change = {
  /** Columns of the customer that change besides the status and the counters. They win over what a transition resets. */
  readonly set?: Partial<CustomerRow>;
  /** Already allowed by the lifecycle. */
  readonly transitions?: readonly Transition[];
  /** The customer's data in full, when it changed: it becomes the next version. */
  readonly profile?: unknown;
  readonly events?: readonly EventDraft[];
  readonly audit?: readonly AuditDraft[];
  readonly writes?: readonly Write[];
};

/** One change of several, in this order. Of two that set the same column, or the profile, the later one wins. */
export function combine(...parts: readonly (Change | null | undefined)[]): Change {
  const changes = parts.filter((part) => part != null);
  const profile = changes.findLast((change) => change.profile !== undefined)?.profile;
  return {
    set: Object.assign({}, ...changes.map((change) => change.set)) as Partial<CustomerRow>,
    transitions: changes.flatMap((change) => change.transitions ?? []),
    profile,
    events: changes.flatMap((change) => change.events ?? []),
    audit: changes.flatMap((change) => change.audit ?? []),
    writes: changes.flatMap((change) => change.writes ?? []),
  };
}

/** Does a change change nothing? Setting columns is not asked about: whoever only does that says so with an audit entry. */
export const isEmpty = ({ transitions, profile, events, writes }: Change): boolean =>
  profile === undefined && [transitions, events, writes].every((part) => !part?.length);
