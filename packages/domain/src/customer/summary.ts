import { type Message, message } from '../messages/message.ts';
import { durationMessage, type Expected, expectsPerson } from './durations.ts';
import type { CustomerStatus } from './lifecycle.ts';
import { CUSTOMER_PRESENTATION } from './presentation.ts';

export type SummaryFacts = Expected & {
  readonly status: CustomerStatus;
  /** A manual review is due. */
  readonly needsPerson: boolean;
  readonly openItems: number;
  /** Archived before anything was submitted. */
  readonly archived?: boolean;
};

/**
 * The summary of a case: the state, who acts next, and what follows. The portal, the desk and the API share it. Dates
 * are formatted by the reader's clock and language.
 */
export const summaryOf = (about: SummaryFacts): Message =>
  about.archived ? message('summaries.archived') : SUMMARIES[about.status](about);

const SUMMARIES = {
  CREATED: () => message('summaries.CREATED'),
  UNDER_REVIEW: (about) => {
    const then = about.needsPerson ? 'person' : expectsPerson(about) ? 'checksThenPerson' : 'checks';
    return message(`summaries.UNDER_REVIEW.${then}`, { duration: durationMessage(about) });
  },
  NEEDS_ADDITIONAL_INFORMATION: ({ openItems }) => message('summaries.NEEDS_ADDITIONAL_INFORMATION', { openItems }),
  ACTIVE: () => message('summaries.ACTIVE'),
  REJECTED: () => message('summaries.REJECTED'),
  DEACTIVATED: () => message('summaries.DEACTIVATED'),
} satisfies Record<CustomerStatus, (about: SummaryFacts) => Message>;

/** Who acts next in a status. */
export const nextActor = (status: CustomerStatus): 'customer' | 'us' | 'nobody' => CUSTOMER_PRESENTATION[status].next;

/** The heading of the portal's page in a status. */
export const portalHeading = (status: CustomerStatus, openItems: number): Message =>
  status === 'NEEDS_ADDITIONAL_INFORMATION'
    ? message(`statusHeadings.${status}`, { openItems })
    : message(`statusHeadings.${status}`);
