import { z } from 'zod';
import type { Mode } from '../actor.ts';

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
  readonly verifies: readonly string[] | 'WHAT_DOCUMENTS_SHOW';
};

export type CheckKind = keyof typeof CHECK_KINDS;
export const CheckKind = z.enum(Object.keys(CHECK_KINDS) as [CheckKind, ...CheckKind[]]);

/** When a person looks: at every case, or when a check was flagged. A policy belongs to a partner and is versioned. */
const REVIEW_POLICIES = ['ALWAYS', 'WHEN_FLAGGED'] as const;
export type ReviewPolicy = (typeof REVIEW_POLICIES)[number];

/**
 * When a check is planned. In LIVE no built-in check can tell who someone is, so a person who looks by policy always
 * looks there, until a vendor is configured.
 */
const PLANNED = {
  ALWAYS: () => true,
  IN_TEST: (mode) => mode === 'TEST',
  BY_POLICY: (mode, policy) => mode === 'LIVE' || policy === 'ALWAYS',
} as const satisfies Record<string, (mode: Mode, policy: ReviewPolicy) => boolean>;

/** The checks of a program, each with when it is planned. Every program says when a person looks. */
export type PlannedChecks = { readonly [Kind in CheckKind]?: keyof typeof PLANNED } & {
  readonly manual: 'ALWAYS' | 'BY_POLICY';
};

/** Which checks a run asks, in the order of the kinds. */
export const planChecks = (planned: PlannedChecks, mode: Mode, policy: ReviewPolicy): CheckKind[] =>
  (Object.keys(CHECK_KINDS) as CheckKind[]).filter((kind) => {
    const when = planned[kind];
    return when !== undefined && PLANNED[when](mode, policy);
  });

/** What a run is for. Only a submission can move the status to ACTIVE from under review. */
const RUN_PURPOSES = ['SUBMISSION', 'CHANGE_REQUEST', 'REACTIVATION', 'MONITORING'] as const;
export type RunPurpose = (typeof RUN_PURPOSES)[number];

/** What a run came to. A run without an outcome is open. */
const RUN_OUTCOMES = ['approved', 'informationRequested', 'rejected', 'notPassed', 'reactivated'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];
