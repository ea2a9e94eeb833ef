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

/** What was submitted, frozen: a run's checks all read this and nothing else. */
export type Snapshot = {
  readonly customerType: CustomerType;
  /** Left out by a snapshot from before there were several: then it is `standard`. */
  readonly program?: string;
  readonly profile: Profile;
  readonly documents: readonly DocumentFact[];
  readonly declaration: { readonly version: string; readonly declaredAt: string } | null;
};

/** Whom a check is about. */
type CheckSubject = { readonly kind: SubjectKind; readonly id: string };
export type SubjectKind = 'CUSTOMER';

/** One question asked of a provider. */
export type Question = {
  /** The same for every repetition of this question, so that a lost answer can be looked up and nothing is asked twice. */
  readonly reference: string;
  readonly kind: CheckKind;
  readonly subject: CheckSubject;
  readonly mode: Mode;
  readonly snapshot: Snapshot;
  /** The program under which it was submitted: which fields there are, and what is asked of them. */
  readonly program: Program;
  /** How often this customer's data was given to be looked at, from 1: submissions, and later runs after them. */
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
  /** Accepted, and answered later: `fetch` is asked again after so many milliseconds, or sooner on a callback. */
  | { readonly kind: 'accepted'; readonly askAgainAfter: number };

/** The port through which a check is answered. An adapter holds no state of ours and never writes a status. */
export interface Provider {
  readonly name: string;
  /** The kinds that it can answer. */
  readonly answers: readonly CheckKind[];
  /** What of the kind's meaning it says more exactly, and which fields its pass verifies. */
  readonly meaning?: Partial<CheckMeaning>;
  /**
   * What its answer depends on, as JSON can write it: a pass carries over to the next run while this is unchanged. The
   * same things must come in the same order.
   */
  input(snapshot: Snapshot, subject: CheckSubject): object;
  /**
   * Asks, or looks up, the question of this reference. Asking twice with one reference must be harmless.
   * @throws when the provider cannot be reached; the engine asks again, and after the last try a person looks.
   */
  ask(question: Question): Promise<Answer>;
}

/** The providers of an installation, by name. */
export type Providers = Readonly<Record<string, Provider>>;

/** The provider of a check; null where this installation has none of that name which answers this kind. */
export function providerOf(providers: Providers, { kind, provider }: PlannedCheck): Provider | null {
  const found = Object.hasOwn(providers, provider) ? providers[provider] : undefined;
  return found?.answers.includes(kind) ? found : null;
}

/** What a check says to people, in the words of its provider where that has its own. */
export const meaningOf = (providers: Providers, check: PlannedCheck): CheckMeaning => ({
  ...CHECK_KINDS[check.kind],
  ...providerOf(providers, check)?.meaning,
});

/** How often an unreachable provider is asked, and how long between two tries, in milliseconds. */
export const PROVIDER_RETRY = { delays: [1_000, 5_000, 20_000], deadline: 30_000 } as const;
