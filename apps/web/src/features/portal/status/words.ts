import type { CustomerStatus } from '@gatehouse/domain';

/** What has happened, as the customer reads it in the history. */
export const HISTORY_WORDS = {
  CREATED: 'You began your profile',
  UNDER_REVIEW: 'You sent it, and the checks began',
  NEEDS_ADDITIONAL_INFORMATION: 'We asked you for more',
  ACTIVE: 'You were verified',
  REJECTED: 'The verification ended without success',
  DEACTIVATED: 'The account was closed or put on hold',
} as const satisfies Record<CustomerStatus, string>;
