import type { lifecycles } from './lifecycles.ts';

type CustomerEvent = keyof (typeof lifecycles)['customer']['triggers'];

/** What Gatehouse writes by email. */
export const emails = {
  /** Stands below every link. */
  aboutLink: 'It works once and for three days. If you did not expect this, you can ignore it.',
  portalLink: {
    subject: 'Continue with your verification',
    words: 'Open this link to continue where you left off:',
  },
  /** To the partner: Gatehouse no longer sends to this endpoint. */
  endpointDisabled: {
    subject: 'Webhooks to {host} are switched off',
    what: 'We no longer send webhooks to your {mode} endpoint at {host} ({endpointId}).',
    why: '{because} What was still waiting for it is kept as failed.',
    next: 'When the endpoint works again, enable it with webhookEndpoints.update and status ENABLED. Then deliveries.replay sends again what failed, and events.list has everything that happened meanwhile.',
  },
} as const;

/** Why an endpoint is disabled without its owner's wish, for its owner. */
export const endpointDisabledBecause = {
  GONE: 'The endpoint answered 410 Gone.',
  NO_SUCCESS: 'Nothing was accepted for five days.',
} as const;

/**
 * What a customer is written when their status moves: one sentence about `{partner}`; a link to the customer's own page
 * follows. It never says why: that stands on the page.
 */
export const statusEmails = {
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
} as const satisfies { readonly [Event in CustomerEvent]?: { readonly subject: string; readonly words: string } };
