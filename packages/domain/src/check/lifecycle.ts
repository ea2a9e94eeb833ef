import type { z } from 'zod';
import { defineLifecycle } from '../lifecycle.ts';

/** One question to one provider. A verdict never changes: every transition from `PENDING` is final. */
export const checkLifecycle = defineLifecycle({
  name: 'check',
  initial: 'PENDING',
  statuses: {
    PENDING: { label: 'In progress', meaning: 'Asked, and not answered yet.' },
    PASSED: { label: 'Passed', meaning: 'Nothing stands against approval.' },
    NEEDS_INFORMATION: { label: 'Asks for more', meaning: 'The customer must provide something.' },
    FLAGGED: { label: 'Flagged', meaning: 'A person must look.' },
    FAILED: { label: 'Failed', meaning: 'A hard failure; a person decides what follows.' },
    ERRORED: { label: 'No answer', meaning: 'The provider could not be reached; a person must look.' },
  },
  transitions: (['PASSED', 'NEEDS_INFORMATION', 'FLAGGED', 'FAILED', 'ERRORED'] as const).map((to) => ({
    event: to,
    from: 'PENDING' as const,
    to,
    trigger: 'The provider’s verdict',
    by: 'engine' as const,
    people: 1 as const,
    source: 'derived' as const,
  })),
});

export const CheckStatus = checkLifecycle.schema;
export type CheckStatus = z.infer<typeof CheckStatus>;
/** Has it no verdict yet? */
export const isPending = (check: { readonly status: CheckStatus }): boolean => !checkLifecycle.isFinal(check.status);

/** The verdicts that a person has to resolve, and how many people each requires. */
const ANSWERED_FOR_BY: { readonly [Status in CheckStatus]?: 1 | 2 } = { FLAGGED: 1, ERRORED: 1, FAILED: 2 };
export const WAITING_FOR_A_PERSON = checkLifecycle.statuses.filter((status) => ANSWERED_FOR_BY[status] !== undefined);

/** Can this many people resolve the check by passing its run? */
export const isAnsweredFor = ({ status }: { readonly status: CheckStatus }, people: 1 | 2): boolean =>
  people >= (ANSWERED_FOR_BY[status] ?? Number.POSITIVE_INFINITY);

export type Verdict = Exclude<CheckStatus, 'PENDING'>;
