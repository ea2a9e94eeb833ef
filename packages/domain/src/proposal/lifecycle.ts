import type { z } from 'zod';
import { defineLifecycle } from '../lifecycle.ts';

/** A decision that waits for a second person. */
export const proposalLifecycle = defineLifecycle({
  name: 'proposal',
  initial: 'OPEN',
  statuses: {
    OPEN: { label: 'Waiting for a second person', meaning: 'Proposed and not yet decided.' },
    CONFIRMED: { label: 'Confirmed', meaning: 'Someone else confirmed it, and it took effect.' },
    DECLINED: { label: 'Declined', meaning: 'Someone else declined it, or its author took it back.' },
    STALE: { label: 'Out of date', meaning: 'The record changed underneath it.' },
  },
  transitions: [
    {
      event: 'confirm',
      from: 'OPEN',
      to: 'CONFIRMED',
      trigger: 'Another person who holds the role agrees',
      by: 'approver',
      people: 2,
      source: 'derived',
    },
    {
      event: 'decline',
      from: 'OPEN',
      to: 'DECLINED',
      trigger: 'Another person disagrees, or its author takes it back',
      by: 'approver',
      people: 1,
      source: 'derived',
    },
    {
      event: 'expire',
      from: 'OPEN',
      to: 'STALE',
      trigger: 'The status moved',
      by: 'engine',
      people: 1,
      source: 'derived',
    },
  ],
});

export const ProposalStatus = proposalLifecycle.schema;
export type ProposalStatus = z.infer<typeof ProposalStatus>;
export type ProposalEvent = z.infer<typeof proposalLifecycle.eventSchema>;
