import type { Mode } from '../actor.ts';
import type { CustomerType } from '../customer/types.ts';
import type { DocumentFact } from '../document/kinds.ts';
import type { Profile } from '../program/profile.ts';
import type { Program } from '../program/program.ts';
import type { RequirementAsk } from '../requirement/schema.ts';
import type { Evidence } from './evidence.ts';
import { CHECK_KINDS, type CheckKind, type CheckMeaning } from './kinds.ts';
import type { Verdict } from './lifecycle.ts';
import type { PlannedCheck } from './plan.ts';

/** The frozen submission. All checks of a run read this and nothing else. */
export type Snapshot = {
  readonly customerType: CustomerType;
  /** Missing in snapshots from before there were several programs: then it is `standard`. */
  readonly program?: string;
  readonly profile: Profile;
  readonly documents: readonly DocumentFact[];
  readonly declaration: { readonly version: string; readonly declaredAt: string } | null;
};

/** The subject of a check. */
type CheckSubject = { readonly kind: SubjectKind; readonly id: string };
export type SubjectKind = 'CUSTOMER';

/** One question asked of a provider. */
export type Question = {
  /** Equal for every repetition of this question, so that a lost answer can be looked up and nothing is asked twice. */
  readonly reference: string;
  readonly kind: CheckKind;
  readonly subject: CheckSubject;
  readonly mode: Mode;
  readonly snapshot: Snapshot;
  /** The program of the submission: its fields and their rules. */
  readonly program: Program;
  /** The number of this run among the customer's submissions and later runs, from 1. */
  readonly attempt: number;
  /** The calendar date on the tenant's clock, `YYYY-MM-DD`. */
  readonly today: string;
  /** A document's bytes, unsealed for this call only. */
  readonly file: (documentId: string) => Promise<Uint8Array>;
  /** The deadline of the call. */
  readonly signal: AbortSignal;
};

export type Answer =
  | {
      readonly kind: 'verdict';
      readonly verdict: Verdict;
      readonly asks: readonly RequirementAsk[];
      readonly evidence: readonly Evidence[];
    }
  /** Accepted, to be answered later: `fetch` is called again after this many milliseconds, or sooner on a callback. */
  | { readonly kind: 'accepted'; readonly askAgainAfter: number };

/** The port that answers checks. An adapter holds no state of ours and never writes a status. */
export interface Provider {
  readonly name: string;
  /** The kinds that it can answer. */
  readonly answers: readonly CheckKind[];
  /** Overrides of the kind's texts, and the fields that its pass verifies. */
  readonly meaning?: Partial<CheckMeaning>;
  /**
   * The data that its answer depends on, as JSON in a stable order: a pass carries over to the next run while this is
   * unchanged.
   */
  input(snapshot: Snapshot, subject: CheckSubject): object;
  /**
   * Asks the question, or looks up its answer by the reference. Asking twice with one reference must be harmless.
   * @throws when the provider cannot be reached; the engine asks again, and after the last try a person looks.
   */
  ask(question: Question): Promise<Answer>;
}

/** The providers of an installation, by name. */
export type Providers = Readonly<Record<string, Provider>>;

/** The provider of a check; null where this installation has none of that name for this kind. */
export function providerOf(providers: Providers, { kind, provider }: PlannedCheck): Provider | null {
  const found = Object.hasOwn(providers, provider) ? providers[provider] : undefined;
  return found?.answers.includes(kind) ? found : null;
}

/** The texts of a check, with the overrides of its provider. */
export const meaningOf = (providers: Providers, check: PlannedCheck): CheckMeaning => ({
  ...CHECK_KINDS[check.kind],
  ...providerOf(providers, check)?.meaning,
});

/** The number of attempts to reach a provider, and the wait between them, in milliseconds. */
export const PROVIDER_RETRY = { delays: [1_000, 5_000, 20_000], deadline: 30_000 } as const;
