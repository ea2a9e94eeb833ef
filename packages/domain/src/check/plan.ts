import { z } from 'zod';
import type { Mode } from '../actor.ts';
import { CHECK_KINDS, CheckKind, isForPerson } from './kinds.ts';

/** When a person looks: at every case, or when a check was flagged. A policy belongs to a partner and is versioned. */
export const REVIEW_POLICIES = ['ALWAYS', 'WHEN_FLAGGED'] as const;
export type ReviewPolicy = (typeof REVIEW_POLICIES)[number];

/**
 * Which provider answers which kind on one side of a partner, where it is not the declared one. It is part of the
 * partner's policy and versioned with it.
 */
export const CheckProviders = z.partialRecord(CheckKind, z.string().min(1).max(60));
export type CheckProviders = Readonly<z.infer<typeof CheckProviders>>;

/** What a run is planned by: the tenant's mode, and its partner's policy. */
export type Policy = {
  readonly mode: Mode;
  readonly reviewPolicy: ReviewPolicy;
  readonly checkProviders: CheckProviders;
};

/**
 * When a check is planned. In LIVE no built-in check can tell who someone is, so a person who looks by policy always
 * looks there.
 */
const PLANNED = {
  ALWAYS: () => true,
  BY_POLICY: ({ mode, reviewPolicy }) => mode === 'LIVE' || reviewPolicy === 'ALWAYS',
} as const satisfies Record<string, (policy: Policy) => boolean>;

/**
 * The checks of a program, each with when it is planned. What no provider answers for a tenant is not asked of it. Every
 * program says when a person looks.
 */
export type PlannedChecks = { readonly [Kind in CheckKind]?: keyof typeof PLANNED } & {
  readonly manual: 'ALWAYS' | 'BY_POLICY';
};

/** A check that is to be asked, and of whom. The provider may be one that this installation does not have. */
export type PlannedCheck = { readonly kind: CheckKind; readonly provider: string };

/** Which checks a run asks, in the order of the kinds. A person's turn is given to no provider. */
export const planChecks = (planned: PlannedChecks, policy: Policy): PlannedCheck[] =>
  (Object.keys(CHECK_KINDS) as CheckKind[]).flatMap((kind) => {
    const when = planned[kind];
    if (when === undefined || !PLANNED[when](policy)) return [];
    const configured = isForPerson({ kind }) ? undefined : policy.checkProviders[kind];
    const provider = configured ?? CHECK_KINDS[kind].provider[policy.mode];
    return provider === null ? [] : [{ kind, provider }];
  });

/** What a run is for. Only a submission can move the status to ACTIVE from under review. */
export const RUN_PURPOSES = ['SUBMISSION', 'CHANGE_REQUEST', 'REACTIVATION', 'MONITORING'] as const;
export type RunPurpose = (typeof RUN_PURPOSES)[number];

/** What a run came to. A run without an outcome is open. */
export const RUN_OUTCOMES = ['approved', 'informationRequested', 'rejected', 'notPassed', 'reactivated'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];
