import type { RequirementAsk } from '../requirement/schema.ts';
import { type CheckKind, isForPerson } from './kinds.ts';
import type { CheckStatus } from './lifecycle.ts';

/** The input of the outcome. `resolved` means that a person has resolved its flag or its failure. */
export type CheckFact = {
  readonly kind: CheckKind;
  readonly status: CheckStatus;
  readonly asks: readonly RequirementAsk[];
  readonly resolved: boolean;
};

export type Outcome =
  | { readonly kind: 'wait' }
  | { readonly kind: 'hold'; readonly because: 'failed' | 'flagged' | 'manual' }
  | { readonly kind: 'requestInformation'; readonly asks: readonly RequirementAsk[] }
  | { readonly kind: 'approve' };

/**
 * The outcome of a run: a pure function of its checks. The first rule that applies wins, in the order of the model: an
 * unresolved failure holds, then one combined request for everything that any check asks, then a manual review, then
 * approval. `capPassed` ends the wait for running checks once another one asks for more.
 */
export function outcomeOf(checks: readonly CheckFact[], capPassed = false): Outcome {
  const automatic = checks.filter((check) => !isForPerson(check));
  const asks = byPersonLast(checks).flatMap((check) => (check.status === 'NEEDS_INFORMATION' ? check.asks : []));
  const running = automatic.some((check) => check.status === 'PENDING');
  if (running && !(capPassed && asks.length > 0)) return { kind: 'wait' };

  const unresolved = (status: CheckStatus) => checks.some((check) => check.status === status && !check.resolved);
  if (unresolved('FAILED')) return { kind: 'hold', because: 'failed' };
  if (asks.length > 0) return { kind: 'requestInformation', asks: combine(asks) };
  // Approval requires a pass of every check. A run without checks, and a check that asks for more without items, go to
  // manual review.
  if (checks.length === 0 || unresolved('NEEDS_INFORMATION')) return { kind: 'hold', because: 'flagged' };
  if (unresolved('FLAGGED') || unresolved('ERRORED')) return { kind: 'hold', because: 'flagged' };
  return checks.some((check) => check.status === 'PENDING') ? { kind: 'hold', because: 'manual' } : { kind: 'approve' };
}

/** A person's items come last, so that combining prefers them to a machine's. */
const byPersonLast = (checks: readonly CheckFact[]): CheckFact[] =>
  [...checks].sort((one, other) => Number(isForPerson(one)) - Number(isForPerson(other)));

/**
 * Merges items that ask for the same thing and keeps a person's message. Questions without a target are equal only
 * when their texts are, so that none is lost.
 */
function combine(asks: readonly RequirementAsk[]): RequirementAsk[] {
  const byThing = new Map<string, RequirementAsk>();
  for (const ask of asks) {
    const { field, documentKind } = ask.target;
    const about =
      field || documentKind
        ? `${field ?? ''} ${documentKind ?? ''}`
        : `: ${ask.customerMessage ?? ''}${JSON.stringify(ask.says ?? [])}`;
    const key = `${ask.code} ${about}`;
    const known = byThing.get(key);
    byThing.set(key, known ? { ...known, ...ask } : ask);
  }
  return [...byThing.values()];
}
