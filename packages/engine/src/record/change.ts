import type { Write } from '@gatehouse/db';
import type { CustomerEvent, DecisionEvent, ProposalEvent, ProposalStatus, ReasonCode } from '@gatehouse/domain';
import type { AuditDraft } from './audit-chain.ts';
import type { EventDraft } from './events.ts';
import type { CustomerRow } from './load.ts';

/** A transition of the customer, and why. Note and message are sealed; the reason's code is published. */
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
  /** The confirmed proposal, where the transition requires two people. */
  readonly proposalId?: string;
  readonly requirements?: EventDraft['requirements'];
};

/** A transition of a proposal of this customer, from the status that was read. */
type ProposalMove = {
  readonly lifecycle: 'proposal';
  readonly event: ProposalEvent;
  readonly id: string;
  readonly from: ProposalStatus;
  /** The proposed event, for the audit entry; an expiry has none. */
  readonly decision?: DecisionEvent;
};

/** A transition of one of the lifecycles that have a history. `moves.ts` defines its effects. */
export type Move = CustomerMove | ProposalMove;

/**
 * Everything that is written atomically. Verbs say what changes; counters, history, audit and events are derived.
 * Every part is optional, so parts of a change are changes too, and `combine` merges them.
 */
export type Change = {
  /** Changed columns of the customer besides the status and the counters. They override those of moves. */
  readonly set?: Partial<CustomerRow>;
  /** Transitions that their lifecycles have already allowed. */
  readonly moves?: readonly Move[];
  /** The customer's full data, if it changed: it becomes the next version. */
  readonly profile?: unknown;
  readonly events?: readonly EventDraft[];
  readonly audit?: readonly AuditDraft[];
  readonly writes?: readonly Write[];
};

/** Merges changes in this order. Later values of a column, or of the profile, win. */
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

/** Is the change empty? Columns are ignored, because a change of columns alone also has an audit entry. */
export const isEmpty = ({ moves, profile, events, writes }: Change): boolean =>
  profile === undefined && [moves, events, writes].every((part) => !part?.length);
