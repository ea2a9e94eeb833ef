import { durationWords, type Expected, expectsPerson } from './durations.ts';
import type { CustomerStatus } from './lifecycle.ts';
import { CUSTOMER_PRESENTATION } from './presentation.ts';

export type SummaryFacts = Expected & {
  readonly status: CustomerStatus;
  /** A person's turn has come. */
  readonly needsPerson: boolean;
  readonly openItems: number;
  /** Put away before anything was submitted. */
  readonly archived?: boolean;
};

/**
 * What is happening, in one sentence: the state, who acts next, and what follows. The portal, the desk and the API say
 * the same one. Dates are left to the reader's own clock and language.
 */
export function summaryOf(about: SummaryFacts): string {
  return about.archived ? 'Archived before anything was submitted. Nothing follows.' : SENTENCES[about.status](about);
}

const SENTENCES = {
  CREATED: () => 'The profile is being completed; once nothing is missing, it is sent for verification.',
  UNDER_REVIEW: (about) => {
    if (about.needsPerson) return `A person will look at the case. ${durationWords(about)}`;
    const then = expectsPerson(about) ? ' Then a person looks at the case.' : '';
    return `The checks are running; nothing is needed from the customer.${then} ${durationWords(about)}`;
  },
  NEEDS_ADDITIONAL_INFORMATION: ({ openItems }) =>
    `Waiting for the customer: ${openItems} ${openItems === 1 ? 'thing is' : 'things are'} still open. Once answered, the checks start again by themselves.`,
  ACTIVE: () => 'Verified. Nothing is needed from anyone.',
  REJECTED: () => 'The verification failed. Only support can look at it again.',
  DEACTIVATED: () => 'Closed or on hold by an administrative decision. Support can say what would open it again.',
} satisfies Record<CustomerStatus, (about: SummaryFacts) => string>;

/** Who acts next in a status. */
export const nextActor = (status: CustomerStatus): 'customer' | 'us' | 'nobody' => CUSTOMER_PRESENTATION[status].next;

/** The heading of the portal's page, with the number of open items filled in. */
export function portalHeading(status: CustomerStatus, openItems: number): string {
  return CUSTOMER_PRESENTATION[status].heading
    .replace('{n} more things', openItems === 1 ? '1 more thing' : '{n} more things')
    .replace('{n}', String(openItems));
}
