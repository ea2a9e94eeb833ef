import type { z } from 'zod';
import { defineLifecycle } from '../lifecycle.ts';
import { lifecycles } from '../messages/en/lifecycles.ts';

const { statuses, triggers } = lifecycles.enablement;

/** The enablement of an end customer for Production. It is a second axis of the same record with a badge of its own. */
export const enablementLifecycle = defineLifecycle({
  name: 'enablement',
  planned: true,
  initial: 'UNDER_REVIEW',
  statuses: {
    UNDER_REVIEW: statuses.UNDER_REVIEW,
    PENDING_ENABLEMENT: statuses.PENDING_ENABLEMENT,
    ACTIVE: statuses.ACTIVE,
    DENIED: statuses.DENIED,
  },
  transitions: [
    {
      event: 'clear',
      from: 'UNDER_REVIEW',
      to: 'PENDING_ENABLEMENT',
      trigger: triggers.clear.UNDER_REVIEW,
      by: 'engine',
      people: 1,
      source: 'seed',
    },
    {
      event: 'deny',
      from: 'UNDER_REVIEW',
      to: 'DENIED',
      trigger: triggers.deny.UNDER_REVIEW,
      by: 'engine',
      people: 1,
      source: 'seed',
    },
    {
      event: 'enable',
      from: 'PENDING_ENABLEMENT',
      to: 'ACTIVE',
      trigger: triggers.enable.PENDING_ENABLEMENT,
      by: 'partner',
      people: 1,
      source: 'seed',
    },
    {
      event: 'deny',
      from: 'PENDING_ENABLEMENT',
      to: 'DENIED',
      trigger: triggers.deny.PENDING_ENABLEMENT,
      by: 'engine',
      people: 1,
      source: 'derived',
    },
    {
      event: 'deny',
      from: 'ACTIVE',
      to: 'DENIED',
      trigger: triggers.deny.ACTIVE,
      by: 'engine',
      people: 1,
      source: 'derived',
    },
    {
      event: 'clear',
      from: 'DENIED',
      to: 'PENDING_ENABLEMENT',
      trigger: triggers.clear.DENIED,
      by: 'engine',
      people: 1,
      source: 'derived',
    },
  ],
});

export const EnablementStatus = enablementLifecycle.schema;
export type EnablementStatus = z.infer<typeof EnablementStatus>;
