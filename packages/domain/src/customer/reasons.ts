import { z } from 'zod';
import type { CustomerEvent } from './lifecycle.ts';

type Reason = {
  readonly label: string;
  /** What the customer may be told. It never reveals a sanctions or a fraud finding. */
  readonly customerSentence: string;
};

/** The reason codes of each event that a person decides. */
export const REASON_CODES = {
  reject: {
    DOCUMENTS_UNVERIFIABLE: {
      label: 'Documents could not be verified',
      customerSentence: 'We could not verify the documents you sent.',
    },
    COMPLIANCE: {
      label: 'Compliance concern or sanctions match',
      customerSentence: 'We cannot offer you this service.',
    },
    FRAUD: { label: 'Fraudulent information', customerSentence: 'We cannot offer you this service.' },
    REGULATORY: {
      label: 'Regulatory restriction',
      customerSentence: 'Rules that we must follow do not let us offer you this service.',
    },
    CANCELLED_BY_CUSTOMER: {
      label: 'Cancelled by the customer',
      customerSentence: 'You asked us to stop the verification.',
    },
    INFORMATION_NOT_PROVIDED: {
      label: 'Information not provided',
      customerSentence: 'We did not receive the information we asked for.',
    },
  },
  deactivate: {
    CUSTOMER_REQUEST: { label: 'Customer request', customerSentence: 'You asked us to close the account.' },
    COMPLIANCE_HOLD: {
      label: 'Compliance hold',
      customerSentence: 'We need to look into something before you can go on.',
    },
    REGULATORY: {
      label: 'Regulatory requirement',
      customerSentence: 'Rules that we must follow do not let us offer you this service.',
    },
    INACTIVITY: { label: 'Inactivity', customerSentence: 'The account was not used for a long time.' },
    TERMS_BREACH: {
      label: 'Breach of terms',
      customerSentence: 'The account was used in a way our terms do not allow.',
    },
  },
  reopen: {
    APPEAL_UPHELD: { label: 'Appeal upheld', customerSentence: 'We looked again, and you were right.' },
    DECIDED_IN_ERROR: { label: 'Decided in error', customerSentence: 'We made a mistake.' },
    CIRCUMSTANCES_CHANGED: {
      label: 'Circumstances changed',
      customerSentence: 'Things have changed since we decided.',
    },
  },
  reactivate: {
    REQUEST_WITHDRAWN: {
      label: 'Closure request withdrawn',
      customerSentence: 'You asked us to open the account again.',
    },
    HOLD_CLEARED: { label: 'Hold cleared', customerSentence: 'The hold is over.' },
    ACTIVITY_RESUMED: { label: 'Activity resumed', customerSentence: 'You are using the account again.' },
    DECIDED_IN_ERROR: { label: 'Decided in error', customerSentence: 'We made a mistake.' },
  },
} as const satisfies Partial<Record<CustomerEvent, Record<string, Reason>>>;

export type ReasonedEvent = keyof typeof REASON_CODES;
export type ReasonCode = { [E in ReasonedEvent]: keyof (typeof REASON_CODES)[E] }[ReasonedEvent];

/** The reason codes of one event, as a zod enum. */
export const reasonSchema = <E extends ReasonedEvent>(event: E) =>
  z.enum(Object.keys(REASON_CODES[event]) as [Extract<keyof (typeof REASON_CODES)[E], string>], 'Choose a reason.');

/** What a reason means for this event; undefined where the event has no reasons, or no such one. */
export function reasonOf(event: CustomerEvent, code: string | null): Reason | undefined {
  const codes: Partial<Record<CustomerEvent, Record<string, Reason>>> = REASON_CODES;
  return codes[event]?.[code ?? ''];
}

/** The same reason, found without its event: a code that several events share has one sentence in all of them. */
export const reasonSentence = (code: string): string | undefined =>
  (Object.keys(REASON_CODES) as ReasonedEvent[]).map((event) => reasonOf(event, code)?.customerSentence).find(Boolean);
