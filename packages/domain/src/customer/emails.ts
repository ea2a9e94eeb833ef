import type { CustomerEvent } from './lifecycle.ts';

export type EmailCopy = {
  readonly subject: string;
  /** One sentence about `{partner}`; a link to the customer's own page follows. It never says why: that stands on the page. */
  readonly words: string;
};

/** What a customer is written when their status moves, by what moved it. Null where they did it themselves and know. */
export const STATUS_EMAILS = {
  submit: null,
  resubmit: null,
  requestInformation: {
    subject: 'We need something more from you',
    words:
      'To finish your verification with {partner}, we need something more from you. See what it is, and answer there:',
  },
  approve: {
    subject: 'You’re verified',
    words: 'Your verification with {partner} is complete. Nothing more is needed from you. You can see it here:',
  },
  reject: {
    subject: 'About your verification',
    words: 'We have decided about your verification with {partner}. Read what it means for you here:',
  },
  deactivate: {
    subject: 'About your account',
    words: 'Something has changed about your account with {partner}. Read what it means for you here:',
  },
  reopen: {
    subject: 'We are looking at your verification again',
    words:
      'We are looking at your verification with {partner} again, and need something more from you. See what it is here:',
  },
  reactivate: {
    subject: 'Your account is open again',
    words: 'You can use your account with {partner} again. You can see it here:',
  },
} as const satisfies Record<CustomerEvent, EmailCopy | null>;
