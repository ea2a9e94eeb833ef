import type { z } from 'zod';
import { defineLifecycle } from '../lifecycle.ts';

/** May this end customer operate in Production? A second axis of the same record, never shown as the same badge. */
export const enablementLifecycle = defineLifecycle({
  name: 'enablement',
  planned: true,
  initial: 'UNDER_REVIEW',
  statuses: {
    UNDER_REVIEW: {
      label: 'In review',
      meaning: 'Enabled in Sandbox; must be reviewed by hand before Production.',
    },
    PENDING_ENABLEMENT: {
      label: 'Ready to enable',
      meaning: 'Reviewed and released; the partner’s app must call enable.',
    },
    ACTIVE: { label: 'Enabled', meaning: 'Enabled in all environments.' },
    DENIED: { label: 'Denied', meaning: 'Stays enabled in Sandbox and cannot reach Production.' },
  },
  transitions: [
    {
      event: 'clear',
      from: 'UNDER_REVIEW',
      to: 'PENDING_ENABLEMENT',
      trigger: 'Verification becomes active',
      by: 'engine',
      people: 1,
      source: 'seed',
    },
    {
      event: 'deny',
      from: 'UNDER_REVIEW',
      to: 'DENIED',
      trigger: 'Verification is rejected',
      by: 'engine',
      people: 1,
      source: 'seed',
    },
    {
      event: 'enable',
      from: 'PENDING_ENABLEMENT',
      to: 'ACTIVE',
      trigger: 'The partner calls enable',
      by: 'partner',
      people: 1,
      source: 'seed',
    },
    {
      event: 'deny',
      from: 'PENDING_ENABLEMENT',
      to: 'DENIED',
      trigger: 'Verification is rejected later',
      by: 'engine',
      people: 1,
      source: 'derived',
    },
    {
      event: 'deny',
      from: 'ACTIVE',
      to: 'DENIED',
      trigger: 'Verification is rejected later; the production secret is revoked',
      by: 'engine',
      people: 1,
      source: 'derived',
    },
    {
      event: 'clear',
      from: 'DENIED',
      to: 'PENDING_ENABLEMENT',
      trigger: 'A reopened verification becomes active',
      by: 'engine',
      people: 1,
      source: 'derived',
    },
  ],
});

export const EnablementStatus = enablementLifecycle.schema;
export type EnablementStatus = z.infer<typeof EnablementStatus>;
