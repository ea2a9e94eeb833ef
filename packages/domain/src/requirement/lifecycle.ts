import type { z } from 'zod';
import { defineLifecycle } from '../lifecycle.ts';

/** One thing asked of the customer. Accepted items stay accepted; only what failed is asked again. */
export const requirementLifecycle = defineLifecycle({
  name: 'requirement',
  initial: 'OPEN',
  statuses: {
    OPEN: { label: 'Open', meaning: 'Waiting for the customer.' },
    ANSWERED: { label: 'Answered', meaning: 'Answered, and not yet checked.' },
    ACCEPTED: { label: 'Accepted', meaning: 'The answer settled it.' },
    WITHDRAWN: { label: 'Withdrawn', meaning: 'No longer asked for.' },
  },
  transitions: [
    {
      event: 'answer',
      from: 'OPEN',
      to: 'ANSWERED',
      trigger: 'The customer answers',
      by: 'partner',
      people: 1,
      source: 'derived',
    },
    {
      event: 'accept',
      from: 'ANSWERED',
      to: 'ACCEPTED',
      trigger: 'The checks after it passed',
      by: 'engine',
      people: 1,
      source: 'derived',
    },
    {
      event: 'askAgain',
      from: 'ANSWERED',
      to: 'OPEN',
      trigger: 'The answer did not settle it',
      by: 'engine',
      people: 1,
      source: 'derived',
    },
    {
      event: 'withdraw',
      from: 'OPEN',
      to: 'WITHDRAWN',
      trigger: 'A reviewer no longer needs it',
      by: 'engine',
      people: 1,
      source: 'derived',
    },
    {
      event: 'withdraw',
      from: 'ANSWERED',
      to: 'WITHDRAWN',
      trigger: 'A reviewer no longer needs it',
      by: 'engine',
      people: 1,
      source: 'derived',
    },
  ],
});

/** Does it still wait for the customer's answer? */
export const isOpen = (item: { readonly status: RequirementStatus }): boolean =>
  requirementLifecycle.may(item.status, 'answer');
/** Has it been answered, but not reviewed yet? */
export const isAnswered = (item: { readonly status: RequirementStatus }): boolean =>
  requirementLifecycle.may(item.status, 'accept');
/** Is it unfinished: open, or answered but not reviewed yet? */
export const isAsked = (item: { readonly status: RequirementStatus }): boolean =>
  requirementLifecycle.may(item.status, 'withdraw');

export const RequirementStatus = requirementLifecycle.schema;
export type RequirementStatus = z.infer<typeof RequirementStatus>;
