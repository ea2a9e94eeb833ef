/**
 * Why people decide, by the event of the lifecycle: `label` for those who choose, `sentence` for the customer. A sentence
 * never reveals a sanctions or a fraud finding. A code that several events share has one sentence in all of them.
 */
export const reasons = {
  reject: {
    DOCUMENTS_UNVERIFIABLE: {
      label: 'Documents could not be verified',
      sentence: 'We could not verify the documents you sent.',
    },
    COMPLIANCE: {
      label: 'Compliance concern or sanctions match',
      sentence: 'We cannot offer you this service.',
    },
    FRAUD: { label: 'Fraudulent information', sentence: 'We cannot offer you this service.' },
    REGULATORY: {
      label: 'Regulatory restriction',
      sentence: 'Rules that we must follow do not let us offer you this service.',
    },
    CANCELLED_BY_CUSTOMER: {
      label: 'Cancelled by the customer',
      sentence: 'You asked us to stop the verification.',
    },
    INFORMATION_NOT_PROVIDED: {
      label: 'Information not provided',
      sentence: 'We did not receive the information we asked for.',
    },
  },
  deactivate: {
    CUSTOMER_REQUEST: { label: 'Customer request', sentence: 'You asked us to close the account.' },
    COMPLIANCE_HOLD: {
      label: 'Compliance hold',
      sentence: 'We need to look into something before you can go on.',
    },
    REGULATORY: {
      label: 'Regulatory requirement',
      sentence: 'Rules that we must follow do not let us offer you this service.',
    },
    INACTIVITY: { label: 'Inactivity', sentence: 'The account was not used for a long time.' },
    TERMS_BREACH: {
      label: 'Breach of terms',
      sentence: 'The account was used in a way our terms do not allow.',
    },
  },
  reopen: {
    APPEAL_UPHELD: { label: 'Appeal upheld', sentence: 'We looked again, and you were right.' },
    DECIDED_IN_ERROR: { label: 'Decided in error', sentence: 'We made a mistake.' },
    CIRCUMSTANCES_CHANGED: {
      label: 'Circumstances changed',
      sentence: 'Things have changed since we decided.',
    },
  },
  reactivate: {
    REQUEST_WITHDRAWN: {
      label: 'Closure request withdrawn',
      sentence: 'You asked us to open the account again.',
    },
    HOLD_CLEARED: { label: 'Hold cleared', sentence: 'The hold is over.' },
    ACTIVITY_RESUMED: { label: 'Activity resumed', sentence: 'You are using the account again.' },
    DECIDED_IN_ERROR: { label: 'Decided in error', sentence: 'We made a mistake.' },
  },
} as const;
