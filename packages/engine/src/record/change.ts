import type { Write } from '@gatehouse/db';
import type { CustomerEvent, DecisionEvent, ProposalEvent, ProposalStatus, ReasonCode } from '@gatehouse/domain';
import type { AuditDraft } from './audit-chain.ts';
import type { EventDraft } from './events.ts';
import type { CustomerRow } from './load.ts';

/** A transition of the customer, and why. The words are sealed; the reason's code travels. */
export type CustomerMove = {
  readonly lifecycle: 'customer';
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

/** What becomes of a proposal of this customer, from the status in which it was read. */
type ProposalMove = {
  readonly lifecycle: 'proposal';
  readonly event: ProposalEvent;
  readonly id: string;
  readonly from: ProposalStatus;
  /** What was proposed, for the audit entry; an expiry has none. */
  readonly decision?: DecisionEvent;
};

/** A step along one of the lifecycles that have a history. What follows from it stands in `moves.ts`. */
export type Move = CustomerMove | ProposalMove;

/**
 * Everything that shall stand or fall together. Verbs say what changes; counters, history, audit and events follow from
 * it. Every part may be absent, so that parts of a change are changes too, and `combine` makes one of them.
 */
export type Change = {
  /** Columns of the customer that change besides the status and the counters. They win over what a move sets. */
  readonly set?: Partial<CustomerRow>;
  /** Already allowed by their lifecycles. */
  readonly moves?: readonly Move[];
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
    moves: changes.flatMap((change) => change.moves ?? []),
    profile,
    events: changes.flatMap((change) => change.events ?? []),
    audit: changes.flatMap((change) => change.audit ?? []),
    writes: changes.flatMap((change) => change.writes ?? []),
  };
}

/** Does a change change nothing? Setting columns is not asked about: whoever only does that says so with an audit entry. */
export const isEmpty = ({ moves, profile, events, writes }: Change): boolean =>
  profile === undefined && [moves, events, writes].every((part) => !part?.length);
