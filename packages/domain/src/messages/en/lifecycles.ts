/** The lifecycles that other apps can ask for: what a status is called and means, and what makes each event happen, by status. */
export const lifecycles = {
  customer: {
    statuses: {
      CREATED: { label: 'Created', meaning: 'The profile is being completed; no verification has started.' },
      UNDER_REVIEW: {
        label: 'Under review',
        meaning: 'Verification is in progress, and what was submitted is locked.',
      },
      NEEDS_ADDITIONAL_INFORMATION: {
        label: 'Needs information',
        meaning: 'Verification is paused until the customer answers what was asked.',
      },
      ACTIVE: { label: 'Active', meaning: 'Every check passed; the customer is verified.' },
      REJECTED: { label: 'Rejected', meaning: 'Verification failed, as a rule for good.' },
      DEACTIVATED: {
        label: 'Deactivated',
        meaning: 'Closed or on hold by an administrative decision, not because verification failed.',
      },
    },
    triggers: {
      submit: { CREATED: 'Verification submission' },
      approve: { UNDER_REVIEW: 'All checks passed' },
      requestInformation: { UNDER_REVIEW: 'A provider, or a reviewer, asks for more' },
      resubmit: { NEEDS_ADDITIONAL_INFORMATION: 'The customer’s update satisfies the request' },
      reject: {
        NEEDS_ADDITIONAL_INFORMATION: 'Irrecoverable failure',
        ACTIVE: 'Post-approval issue',
        UNDER_REVIEW: 'A failed check, or cancelled by the customer',
      },
      deactivate: { ACTIVE: 'Administrative action' },
      reopen: { REJECTED: 'Appeal upheld, error, changed circumstances' },
      reactivate: { DEACTIVATED: 'Support decision, only if temporary' },
    },
  },
  enablement: {
    statuses: {
      UNDER_REVIEW: { label: 'In review', meaning: 'Enabled in Sandbox; must be reviewed by hand before Production.' },
      PENDING_ENABLEMENT: {
        label: 'Ready to enable',
        meaning: 'Reviewed and released; the partner’s app must call enable.',
      },
      ACTIVE: { label: 'Enabled', meaning: 'Enabled in all environments.' },
      DENIED: { label: 'Denied', meaning: 'Stays enabled in Sandbox and cannot reach Production.' },
    },
    triggers: {
      clear: {
        UNDER_REVIEW: 'Verification becomes active',
        DENIED: 'A reopened verification becomes active',
      },
      deny: {
        UNDER_REVIEW: 'Verification is rejected',
        PENDING_ENABLEMENT: 'Verification is rejected later',
        ACTIVE: 'Verification is rejected later; the production secret is revoked',
      },
      enable: { PENDING_ENABLEMENT: 'The partner calls enable' },
    },
  },
} as const;
