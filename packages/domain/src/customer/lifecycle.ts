import type { z } from 'zod';
import { defineLifecycle } from '../lifecycle.ts';

/** What a status lets a customer, or an app on their behalf, do or see. */
export const CAPABILITIES = ['viewProfile', 'updateProfile', 'uploadDocuments', 'transact', 'viewHistory'] as const;
export type Capability = (typeof CAPABILITIES)[number];

const rows = [
  {
    event: 'submit',
    from: 'CREATED',
    to: 'UNDER_REVIEW',
    trigger: 'Verification submission',
    by: 'engine',
    people: 1,
    source: 'seed',
  },
  {
    event: 'approve',
    from: 'UNDER_REVIEW',
    to: 'ACTIVE',
    trigger: 'All checks passed',
    by: 'engine',
    people: 1,
    source: 'seed',
  },
  {
    event: 'requestInformation',
    from: 'UNDER_REVIEW',
    to: 'NEEDS_ADDITIONAL_INFORMATION',
    trigger: 'A provider, or a reviewer, asks for more',
    by: 'engine',
    people: 1,
    source: 'seed',
  },
  {
    event: 'resubmit',
    from: 'NEEDS_ADDITIONAL_INFORMATION',
    to: 'UNDER_REVIEW',
    trigger: 'The customer’s update satisfies the request',
    by: 'engine',
    people: 1,
    source: 'seed',
  },
  {
    event: 'reject',
    from: 'NEEDS_ADDITIONAL_INFORMATION',
    to: 'REJECTED',
    trigger: 'Irrecoverable failure',
    by: 'approver',
    people: 1,
    source: 'seed',
  },
  {
    event: 'deactivate',
    from: 'ACTIVE',
    to: 'DEACTIVATED',
    trigger: 'Administrative action',
    by: 'admin',
    people: 1,
    source: 'seed',
  },
  {
    event: 'reject',
    from: 'ACTIVE',
    to: 'REJECTED',
    trigger: 'Post-approval issue',
    by: 'approver',
    people: 2,
    source: 'seed',
  },
  {
    event: 'reject',
    from: 'UNDER_REVIEW',
    to: 'REJECTED',
    trigger: 'A failed check, or cancelled by the customer',
    by: 'approver',
    people: 1,
    source: 'derived',
  },
  {
    event: 'reopen',
    from: 'REJECTED',
    to: 'NEEDS_ADDITIONAL_INFORMATION',
    trigger: 'Appeal upheld, error, changed circumstances',
    by: 'approver',
    people: 2,
    source: 'derived',
  },
  {
    event: 'reactivate',
    from: 'DEACTIVATED',
    to: 'ACTIVE',
    trigger: 'Support decision, only if temporary',
    by: 'admin',
    people: 2,
    source: 'derived',
  },
] as const;

/** Is this customer verified? The one declaration of the six statuses and of every way between them. */
export const customerLifecycle = defineLifecycle({
  name: 'customer',
  initial: 'CREATED',
  capabilities: CAPABILITIES,
  statuses: {
    CREATED: {
      label: 'Created',
      meaning: 'The profile is being completed; no verification has started.',
      can: ['viewProfile', 'updateProfile', 'uploadDocuments'],
    },
    UNDER_REVIEW: {
      label: 'Under review',
      meaning: 'Verification is in progress, and what was submitted is locked.',
      can: ['viewProfile'],
    },
    NEEDS_ADDITIONAL_INFORMATION: {
      label: 'Needs information',
      meaning: 'Verification is paused until the customer answers what was asked.',
      can: ['viewProfile', 'updateProfile', 'uploadDocuments'],
    },
    ACTIVE: {
      label: 'Active',
      meaning: 'Every check passed; the customer is verified.',
      can: ['viewProfile', 'transact', 'viewHistory'],
    },
    REJECTED: { label: 'Rejected', meaning: 'Verification failed, as a rule for good.', can: [] },
    DEACTIVATED: {
      label: 'Deactivated',
      meaning: 'Closed or on hold by an administrative decision, not because verification failed.',
      can: ['viewProfile', 'viewHistory'],
    },
  },
  transitions: rows,
});

export const CustomerStatus = customerLifecycle.schema;
export type CustomerStatus = z.infer<typeof CustomerStatus>;
export type CustomerEvent = z.infer<typeof customerLifecycle.eventSchema>;
