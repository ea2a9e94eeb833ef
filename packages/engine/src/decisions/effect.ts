import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record.ts';
import { type ChangeParts, type DecidableEvent, type Effect, moveOf } from './decision.ts';
import { judge } from './judge.ts';
import { beginReactivation, endReactivation } from './reactivation.ts';
import { reject } from './reject.ts';
import { reopen } from './reopen.ts';

/** What each decision does once it may. Approving and asking are verdicts of the manual check; the engine then makes the way. */
export const EFFECTS: Readonly<Record<DecidableEvent, Effect>> = {
  approve: (deps, record, situation) => judge(deps, record, situation, 'PASSED'),
  requestInformation: (deps, record, situation) => judge(deps, record, situation, 'NEEDS_INFORMATION'),
  reject,
  deactivate: async (_deps, _record, { actor, decided, proposalId }) => ({
    actor,
    move: moveOf(decided, proposalId),
    audit: [],
  }),
  reopen,
  // The fresh run of checks began with the proposal. Whoever confirms has seen what it found, and is its manual check.
  reactivate: (deps, record, situation) => judge(deps, record, situation, 'PASSED'),
};

/** What proposing already sets going, where the second person is to decide on its result. */
export const ON_PROPOSAL: Readonly<
  Partial<Record<DecidableEvent, (deps: Deps, record: CustomerRecord, proposalId: string) => Promise<ChangeParts>>>
> = {
  reactivate: beginReactivation,
};

/** And what ends with a proposal that is declined. */
export const ON_DECLINE: Readonly<
  Partial<Record<DecidableEvent, (deps: Deps, record: CustomerRecord) => Promise<ChangeParts>>>
> = {
  reactivate: endReactivation,
};
