import {
  CAPABILITIES,
  type Capability,
  type CustomerStatus,
  customerLifecycle,
  type DecisionEvent,
  DUE_DAYS,
  STATUS_EMAILS,
} from '@gatehouse/domain';
import { DECISION_COPY } from './decision-copy.ts';

/** The facts about a case that determine a decision's effects. */
export type EffectFacts = {
  readonly from: CustomerStatus;
  /** The number of unresolved flags and failures. */
  readonly unresolved: number;
  /** The number of open items of earlier requests. */
  readonly openItems: number;
  /** The number of items that this decision requests. */
  readonly asked: number;
  readonly temporary: boolean | null;
  /** Whether Gatehouse sends emails to this customer. */
  readonly mails: boolean;
};

/** What gaining and losing a capability means to the customer. */
const CAPABILITY_MESSAGES = {
  viewProfile: { won: 'Shows the customer their data again.', lost: 'Hides the data from the customer.' },
  updateProfile: { won: 'Unlocks the data, so that the customer can change it.', lost: 'Locks the data.' },
  uploadDocuments: { won: 'Lets the customer upload documents.', lost: 'Stops uploads.' },
  transact: { won: 'Allows transactions.', lost: 'Blocks transactions.' },
  viewHistory: { won: 'Shows the customer their history.', lost: 'Hides the history from the customer.' },
} as const satisfies Record<Capability, { won: string; lost: string }>;

const things = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The effects of each decision besides the status change. */
const OWN: Readonly<Record<DecisionEvent, (facts: EffectFacts) => readonly (string | false)[]>> = {
  approve: ({ unresolved }) => [
    unresolved > 0 && `Resolves ${things(unresolved, 'check', 'checks')} that asked for a person.`,
  ],
  requestInformation: asking,
  reject: ({ openItems }) => [
    openItems > 0 && `Takes back ${things(openItems, 'request', 'requests')} that the customer still sees.`,
    'Counts as final: only reopening leads back.',
  ],
  deactivate: ({ temporary }) => [
    temporary === true && 'Can be undone later by reactivating.',
    temporary === false && 'Cannot be undone.',
  ],
  reopen: asking,
  reactivate: ({ unresolved }) => [
    'Rests on a fresh run of today’s checks, which begins when it is proposed.',
    unresolved > 0 && `Resolves ${things(unresolved, 'check', 'checks')} that asked for a person.`,
  ],
};

function asking({ asked }: EffectFacts): (string | false)[] {
  return [asked > 0 && `Asks the customer for ${things(asked, 'thing', 'things')}, within ${DUE_DAYS} days.`];
}

/** Lists a decision's effects as sentences, derived from the lifecycle and its access table. */
export function effectsOf(event: DecisionEvent, facts: EffectFacts): string[] {
  const way = customerLifecycle.allows(facts.from, event);
  if (!way.allowed) return [];
  const can = (status: CustomerStatus, capability: Capability): boolean => customerLifecycle.can(status, capability);
  const access = CAPABILITIES.filter((each) => can(facts.from, each) !== can(way.to, each)).map((each) =>
    can(way.to, each) ? CAPABILITY_MESSAGES[each].won : CAPABILITY_MESSAGES[each].lost,
  );
  return [
    `Moves the customer from ${customerLifecycle.label(facts.from)} to ${customerLifecycle.label(way.to)}.`,
    ...OWN[event](facts).filter((sentence) => sentence !== false),
    ...access,
    `Sends ${DECISION_COPY[event].events.join(', ')} to the partner’s app.`,
    ...(facts.mails && STATUS_EMAILS[event] ? ['Emails the customer, with a link to their page.'] : []),
    'Stands in the history with your name.',
  ];
}
