import type { OfferedAction } from '@gatehouse/domain';

/** What stands in the way of a decision besides the status and the role. */
export type Circumstances = {
  /** Some automatic check has no verdict yet. */
  readonly checksRunning: boolean;
  /** A failed check that nobody has resolved. */
  readonly checkFailed: boolean;
  /** A proposal waits for a second person already. */
  readonly proposalOpen: boolean;
  /** The last deactivation cannot be undone. */
  readonly deactivatedForGood: boolean;
};

export const PROPOSAL_WAITS = 'Another proposal waits for a second person. Confirm or decline it first.';

/**
 * What the desk offers in these circumstances, so that nothing is offered that the decision would then refuse. It only
 * ever takes away: the lifecycle and the role have spoken before.
 */
export const narrowOffers = (offered: readonly OfferedAction[], circumstances: Circumstances): OfferedAction[] =>
  offered.map((action) => narrow(action, circumstances));

function narrow(action: OfferedAction, now: Circumstances): OfferedAction {
  if (action.mode === null) return action;
  const not = (why: string): OfferedAction => ({ ...action, mode: null, why });
  const judges = action.action === 'approve' || action.action === 'requestInformation';
  if (judges && now.checksRunning) return not('The checks are still running. Decide when they are done.');
  if (action.action === 'requestInformation' && now.checkFailed)
    return not('A failed check stands in the way: reject, or have two people approve.');
  if (action.action === 'reactivate' && now.deactivatedForGood) return not('This deactivation is permanent.');
  const takesTwo = action.action === 'approve' && now.checkFailed;
  if ((takesTwo || action.mode === 'propose') && now.proposalOpen) return not(PROPOSAL_WAITS);
  if (takesTwo)
    return {
      ...action,
      mode: 'propose',
      why: 'A check failed. Approving over it takes two people: someone else confirms it.',
    };
  return action;
}
