import type { DecisionEvent } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { Change } from '../record/change.ts';
import type { CustomerRecord } from '../record/load.ts';
import { type Effect, transitionOf } from './decision.ts';
import { reviewManually } from './manual-review.ts';
import { beginReactivation, endReactivation } from './reactivation.ts';
import { reject } from './reject.ts';
import { reopen } from './reopen.ts';

/** What each decision does once it may. Approving and asking are verdicts of the manual check; the engine then makes the way. */
export const EFFECTS: Readonly<Record<DecisionEvent, Effect>> = {
  approve: (deps, record, taken) => reviewManually(deps, record, taken, 'PASSED'),
  requestInformation: (deps, record, taken) => reviewManually(deps, record, taken, 'NEEDS_INFORMATION'),
  reject,
  deactivate: async (_deps, _record, { decided, proposalId }) => ({ moves: [transitionOf(decided, proposalId)] }),
  reopen,
  // The fresh run of checks began with the proposal. Whoever confirms has seen what it found, and is its manual check.
  reactivate: (deps, record, taken) => reviewManually(deps, record, taken, 'PASSED'),
};

/** What proposing already sets going, where the second person is to decide on its result. */
export const ON_PROPOSAL: Readonly<
  Partial<Record<DecisionEvent, (deps: Deps, record: CustomerRecord, proposalId: string) => Promise<Change>>>
> = {
  reactivate: beginReactivation,
};

/** And what ends with a proposal that is declined. */
export const ON_DECLINE: Readonly<
  Partial<Record<DecisionEvent, (deps: Deps, record: CustomerRecord) => Promise<Change>>>
> = {
  reactivate: endReactivation,
};
