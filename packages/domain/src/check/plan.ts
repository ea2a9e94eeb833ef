import { z } from 'zod';
import type { Mode } from '../actor.ts';
import type { IndividualField } from '../profile/individual.ts';

/**
 * The kinds of check, each answered by the provider of that name. `looksAt` says to a reviewer what a pass means, and
 * what it does not mean. `verifies` names the fields that a pass holds against something other than themselves: what is
 * only well-formed, or was not read, is not among them.
 */
export const CHECK_KINDS = {
  profile: {
    label: 'Details',
    customerLabel: 'Your details',
    looksAt: 'Whether what was typed is complete and well-formed, and the age. It does not ask whether it is true.',
    verifies: [],
  },
  document: {
    label: 'Documents',
    customerLabel: 'Your documents',
    looksAt: 'Whether the files are whole and can be seen. It does not read them.',
    verifies: [],
  },
  sandbox: {
    label: 'Sandbox vendor',
    customerLabel: 'Identity records (test)',
    looksAt: 'The family name, which decides the answer in TEST. It knows nobody.',
    verifies: [],
  },
  manual: {
    label: 'Review by a person',
    customerLabel: 'A person looks at your case',
    looksAt: 'The whole case, by a colleague.',
    verifies: 'WHAT_DOCUMENTS_SHOW',
  },
} as const satisfies Record<string, DeclaredCheck>;

type DeclaredCheck = {
  readonly label: string;
  readonly customerLabel: string;
  readonly looksAt: string;
  readonly verifies: readonly IndividualField[] | 'WHAT_DOCUMENTS_SHOW';
};

export type CheckKind = keyof typeof CHECK_KINDS;
export const CheckKind = z.enum(Object.keys(CHECK_KINDS) as [CheckKind, ...CheckKind[]]);

/** When a person looks: at every case, or when a check was flagged. A policy belongs to a partner and is versioned. */
const REVIEW_POLICIES = ['ALWAYS', 'WHEN_FLAGGED'] as const;
export type ReviewPolicy = (typeof REVIEW_POLICIES)[number];

/**
 * Which checks a run asks, for an individual in the `standard` program. The sandbox vendor exists in TEST only. In LIVE
 * no built-in check can tell who someone is, so a person always looks until a vendor is configured.
 */
export function planChecks(mode: Mode, policy: ReviewPolicy): CheckKind[] {
  const automatic: CheckKind[] = mode === 'TEST' ? ['profile', 'document', 'sandbox'] : ['profile', 'document'];
  return mode === 'LIVE' || policy === 'ALWAYS' ? [...automatic, 'manual'] : automatic;
}

/** What a run is for. Only a submission can move the status to ACTIVE from under review. */
const RUN_PURPOSES = ['SUBMISSION', 'CHANGE_REQUEST', 'REACTIVATION', 'MONITORING'] as const;
export type RunPurpose = (typeof RUN_PURPOSES)[number];

/** What a run came to. A run without an outcome is open. */
const RUN_OUTCOMES = ['approved', 'informationRequested', 'rejected', 'notPassed', 'reactivated'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];
