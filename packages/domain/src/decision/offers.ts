import { type Offer, whyNotNow } from '../customer/actions.ts';
import { customerLifecycle } from '../customer/lifecycle.ts';
import type { ErrorCode } from '../errors.ts';
import { type Message, message } from '../messages/message.ts';
import { holds, mayPropose, type StaffRole } from '../staff/roles.ts';
import { CONDITIONS, type DecisionFacts } from './conditions.ts';
import { DECISION_EVENTS, type DecisionEvent, decisionOf } from './decisions.ts';

type Decider = { readonly staffId: string; readonly role: StaffRole };
/** Why an action is not possible: a code for programs and a message for people. */
export type Refused = { readonly code: ErrorCode; readonly why: Message };

const notNow = (why: Message): Refused => ({ code: 'TRANSITION_NOT_ALLOWED', why });
const notYou = (why: Message): Refused => ({ code: 'NOT_PERMITTED', why });
const SAME_PERSON = message('refusals.decisions.samePerson', {
  why: message('errors.SAME_PERSON.message'),
  next: message('errors.SAME_PERSON.hint'),
});
const READS_ONLY = notYou(message('refusals.decisions.readsOnly'));

/** All decisions about a customer, with what this person may do now, and why not. */
export const offers = (facts: DecisionFacts, decider: Decider): Offer[] =>
  DECISION_EVENTS.map((event) => {
    const label = message(`actions.${event}`);
    const allowance = customerLifecycle.allows(facts.status, event);
    const leadsTo = allowance.allowed ? allowance.to : null;
    const refused = refusalOf(event, facts, decider);
    if (refused) return { action: event, label, mode: null, leadsTo, why: refused.why };
    const why = whyTwoPeople(event, facts, decider);
    return { action: event, label, mode: why ? 'propose' : 'decide', leadsTo, why };
  });

/** Why this person may neither take nor propose a decision now; null when they may. */
export function refusalOf(event: DecisionEvent, facts: DecisionFacts, decider: Decider): Refused | null {
  const byStatus = statusRefusal(event, facts);
  if (byStatus) return byStatus;
  if (!mayPropose(decider.role)) return READS_ONLY;
  const unmet = needRefusal(event, facts);
  if (unmet) return unmet;
  return facts.proposal && whyTwoPeople(event, facts, decider)
    ? notNow(message('refusals.decisions.otherProposal'))
    : null;
}

function statusRefusal(event: DecisionEvent, { status }: DecisionFacts): Refused | null {
  return customerLifecycle.may(status, event) ? null : notNow(whyNotNow(status, event));
}

function needRefusal(event: DecisionEvent, facts: DecisionFacts): Refused | null {
  const unmet = decisionOf(event).needs.find((need) => !CONDITIONS[need].holds(facts));
  return unmet ? notNow(CONDITIONS[unmet].refusal) : null;
}

/** Why a decision waits for a second person; null where this person decides it alone. */
function whyTwoPeople(event: DecisionEvent, facts: DecisionFacts, { role }: Decider): Message | null {
  const { role: needed, aloneIf } = decisionOf(event);
  if (aloneIf && !CONDITIONS[aloneIf].holds(facts)) return message('actions.overFailedCheck');
  if (customerLifecycle.row(facts.status, event)?.people === 2) return message('actions.twoPeople', { role: needed });
  return holds(role, needed) ? null : message('actions.confirmedBy', { role: needed });
}

type Proposed = { readonly event: DecisionEvent; readonly proposedBy: string | null };

/** Why this person may not confirm a proposal; null when they may. */
export function confirmRefusal(
  { event, proposedBy }: Proposed,
  facts: DecisionFacts,
  decider: Decider,
): Refused | null {
  if (!mayPropose(decider.role)) return READS_ONLY;
  if (proposedBy === decider.staffId) return { code: 'SAME_PERSON', why: SAME_PERSON };
  return wrongRole(event, decider) ?? statusRefusal(event, facts) ?? needRefusal(event, facts);
}

/** Why this person may not decline a proposal; null when they may. Its author can withdraw it with any role. */
export function declineRefusal({ event, proposedBy }: Proposed, decider: Decider): Refused | null {
  if (!mayPropose(decider.role)) return READS_ONLY;
  return proposedBy === decider.staffId ? null : wrongRole(event, decider);
}

function wrongRole(event: DecisionEvent, { role }: Decider): Refused | null {
  const needed = decisionOf(event).role;
  return holds(role, needed) ? null : notYou(message('refusals.access.needsRole', { role: needed }));
}
