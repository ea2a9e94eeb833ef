import type { lifecycles } from './lifecycles.ts';

type CustomerStatus = keyof (typeof lifecycles)['customer']['statuses'];

/** The heading of the portal's page in each status. */
export const statusHeadings = {
  CREATED: 'Complete your profile',
  UNDER_REVIEW: 'Verification in progress',
  NEEDS_ADDITIONAL_INFORMATION: 'We need {openItems, plural, one {# more thing} other {# more things}}',
  ACTIVE: 'You’re verified',
  REJECTED: 'We can’t verify you',
  DEACTIVATED: 'Your account is closed',
} as const satisfies Record<CustomerStatus, string>;

/** A deactivation that may end is said differently from one that is for good. */
export const onHold = 'Your account is on hold';

/** What is happening, in one sentence: the state, who acts next, and what follows. */
export const summaries = {
  CREATED: 'The profile is being completed; once nothing is missing, it is sent for verification.',
  UNDER_REVIEW: {
    checks: 'The checks are running; nothing is needed from the customer. {duration}',
    checksThenPerson:
      'The checks are running; nothing is needed from the customer. Then a person looks at the case. {duration}',
    person: 'A person will look at the case. {duration}',
  },
  NEEDS_ADDITIONAL_INFORMATION:
    'Waiting for the customer: {openItems, plural, one {# thing is} other {# things are}} still open. Once answered, the checks start again by themselves.',
  ACTIVE: 'Verified. Nothing is needed from anyone.',
  REJECTED: 'The verification failed. Only support can look at it again.',
  DEACTIVATED: 'Closed or on hold by an administrative decision. Support can say what would open it again.',
  archived: 'Archived before anything was submitted. Nothing follows.',
} as const satisfies Record<CustomerStatus | 'archived', string | Readonly<Record<string, string>>>;

/** How long a review usually takes. */
export const durations = {
  minutes:
    'Usually under {minutes, plural, one {# minute} other {# minutes}}. If a person needs to look, {fewest, number} to {most, plural, one {# business day} other {# business days}}.',
  days: 'Usually {fewest, number} to {most, plural, one {# business day} other {# business days}}.',
} as const;
