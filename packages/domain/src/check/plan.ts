import { z } from 'zod';
import type { Mode } from '../actor.ts';
import { CHECK_KINDS, CheckKind, isForPerson } from './kinds.ts';

/**
 * When a manual review is required: for every case, or when a check was flagged. A policy belongs to a partner and is
 * versioned.
 */
export const REVIEW_POLICIES = ['ALWAYS', 'WHEN_FLAGGED'] as const;
export type ReviewPolicy = (typeof REVIEW_POLICIES)[number];

/**
 * The providers by kind in one mode of a partner, where they differ from the defaults. They are part of the partner's
 * policy and versioned with it.
 */
export const CheckProviders = z.partialRecord(CheckKind, z.string().min(1).max(60));
export type CheckProviders = Readonly<z.infer<typeof CheckProviders>>;

/** The inputs of a plan: the tenant's mode, and its partner's policy. */
export type Policy = {
  readonly mode: Mode;
  readonly reviewPolicy: ReviewPolicy;
  readonly checkProviders: CheckProviders;
};

/**
 * When a check is planned. No built-in check verifies an identity in LIVE, so a manual review by policy always takes
 * place there.
 */
const PLANNED = {
  ALWAYS: () => true,
  BY_POLICY: ({ mode, reviewPolicy }) => mode === 'LIVE' || reviewPolicy === 'ALWAYS',
} as const satisfies Record<string, (policy: Policy) => boolean>;

/**
 * The checks of a program, each with when it is planned. A check without a provider for the tenant is not planned.
 * Every program declares when a manual review is required.
 */
export type PlannedChecks = { readonly [Kind in CheckKind]?: keyof typeof PLANNED } & {
  readonly manual: 'ALWAYS' | 'BY_POLICY';
};

/** A planned check and its provider, which this installation may lack. */
export type PlannedCheck = { readonly kind: CheckKind; readonly provider: string };

/** The checks of a run, in the order of the kinds. A manual review has no provider. */
export const planChecks = (planned: PlannedChecks, policy: Policy): PlannedCheck[] =>
  (Object.keys(CHECK_KINDS) as CheckKind[]).flatMap((kind) => {
    const when = planned[kind];
    if (when === undefined || !PLANNED[when](policy)) return [];
    const configured = isForPerson({ kind }) ? undefined : policy.checkProviders[kind];
    const provider = configured ?? CHECK_KINDS[kind].provider[policy.mode];
    return provider === null ? [] : [{ kind, provider }];
  });

/** The purpose of a run. Only a submission can move the status from under review to ACTIVE. */
export const RUN_PURPOSES = ['SUBMISSION', 'CHANGE_REQUEST', 'REACTIVATION', 'MONITORING'] as const;
export type RunPurpose = (typeof RUN_PURPOSES)[number];

/** The outcome of a run. A run without one is open. */
export const RUN_OUTCOMES = ['approved', 'informationRequested', 'rejected', 'notPassed', 'reactivated'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];
