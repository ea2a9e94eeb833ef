import type { Mode } from '../actor.ts';

/** The kinds of check, each answered by the provider of that name. */
export const CHECK_KINDS = {
  profile: { label: 'Details', customerLabel: 'Your details' },
  document: { label: 'Documents', customerLabel: 'Your documents' },
  sandbox: { label: 'Sandbox vendor', customerLabel: 'Identity records (test)' },
  manual: { label: 'Review by a person', customerLabel: 'A person looks at your case' },
} as const;
export type CheckKind = keyof typeof CHECK_KINDS;

/** When a person looks: at every case, or when a check was flagged. A policy belongs to a partner and is versioned. */
export const REVIEW_POLICIES = ['ALWAYS', 'WHEN_FLAGGED'] as const;
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
export const RUN_PURPOSES = ['SUBMISSION', 'CHANGE_REQUEST', 'REACTIVATION', 'MONITORING'] as const;
export type RunPurpose = (typeof RUN_PURPOSES)[number];
