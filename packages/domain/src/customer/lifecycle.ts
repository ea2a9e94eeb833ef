import type { z } from 'zod';
import { defineLifecycle } from '../lifecycle.ts';
import { lifecycles } from '../messages/en/lifecycles.ts';

const { statuses, triggers } = lifecycles.customer;

/** The capabilities that a status gives to a customer, or to an app on their behalf. */
export const CAPABILITIES = ['viewProfile', 'updateProfile', 'uploadDocuments', 'transact', 'viewHistory'] as const;
export type Capability = (typeof CAPABILITIES)[number];

const rows = [
  {
    event: 'submit',
    from: 'CREATED',
    to: 'UNDER_REVIEW',
    trigger: triggers.submit.CREATED,
    by: 'engine',
    people: 1,
    source: 'seed',
  },
  {
    event: 'approve',
    from: 'UNDER_REVIEW',
    to: 'ACTIVE',
    trigger: triggers.approve.UNDER_REVIEW,
    by: 'engine',
    people: 1,
    source: 'seed',
  },
  {
    event: 'requestInformation',
    from: 'UNDER_REVIEW',
    to: 'NEEDS_ADDITIONAL_INFORMATION',
    trigger: triggers.requestInformation.UNDER_REVIEW,
    by: 'engine',
    people: 1,
    source: 'seed',
  },
  {
    event: 'resubmit',
    from: 'NEEDS_ADDITIONAL_INFORMATION',
    to: 'UNDER_REVIEW',
    trigger: triggers.resubmit.NEEDS_ADDITIONAL_INFORMATION,
    by: 'engine',
    people: 1,
    source: 'seed',
  },
  {
    event: 'reject',
    from: 'NEEDS_ADDITIONAL_INFORMATION',
    to: 'REJECTED',
    trigger: triggers.reject.NEEDS_ADDITIONAL_INFORMATION,
    by: 'approver',
    people: 1,
    source: 'seed',
  },
  {
    event: 'deactivate',
    from: 'ACTIVE',
    to: 'DEACTIVATED',
    trigger: triggers.deactivate.ACTIVE,
    by: 'admin',
    people: 1,
    source: 'seed',
  },
  {
    event: 'reject',
    from: 'ACTIVE',
    to: 'REJECTED',
    trigger: triggers.reject.ACTIVE,
    by: 'approver',
    people: 2,
    source: 'seed',
  },
  {
    event: 'reject',
    from: 'UNDER_REVIEW',
    to: 'REJECTED',
    trigger: triggers.reject.UNDER_REVIEW,
    by: 'approver',
    people: 1,
    source: 'derived',
  },
  {
    event: 'reopen',
    from: 'REJECTED',
    to: 'NEEDS_ADDITIONAL_INFORMATION',
    trigger: triggers.reopen.REJECTED,
    by: 'approver',
    people: 2,
    source: 'derived',
  },
  {
    event: 'reactivate',
    from: 'DEACTIVATED',
    to: 'ACTIVE',
    trigger: triggers.reactivate.DEACTIVATED,
    by: 'admin',
    people: 2,
    source: 'derived',
  },
] as const;

/** The verification of a customer: the only declaration of the six statuses and their transitions. */
export const customerLifecycle = defineLifecycle({
  name: 'customer',
  initial: 'CREATED',
  capabilities: CAPABILITIES,
  statuses: {
    CREATED: { ...statuses.CREATED, can: ['viewProfile', 'updateProfile', 'uploadDocuments'] },
    UNDER_REVIEW: { ...statuses.UNDER_REVIEW, can: ['viewProfile'] },
    NEEDS_ADDITIONAL_INFORMATION: {
      ...statuses.NEEDS_ADDITIONAL_INFORMATION,
      can: ['viewProfile', 'updateProfile', 'uploadDocuments'],
    },
    ACTIVE: { ...statuses.ACTIVE, can: ['viewProfile', 'transact', 'viewHistory'] },
    REJECTED: { ...statuses.REJECTED, can: [] },
    DEACTIVATED: { ...statuses.DEACTIVATED, can: ['viewProfile', 'viewHistory'] },
  },
  transitions: rows,
});

export const CustomerStatus = customerLifecycle.schema;
export type CustomerStatus = z.infer<typeof CustomerStatus>;
export type CustomerEvent = z.infer<typeof customerLifecycle.eventSchema>;
