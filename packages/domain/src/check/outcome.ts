import type { RequirementAsk } from '../requirement/schema.ts';
import { type CheckKind, isForPerson } from './kinds.ts';
import type { CheckStatus } from './lifecycle.ts';

/** A check as the outcome sees it. `resolved` means that a person has answered for its flag or its failure. */
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
 * What a run comes to: a pure function of its checks. The first that applies wins, in the order of the model: a failure
 * that nobody has resolved holds, then one combined request for everything that any check asks, then a person's turn,
 * then approval. `capPassed` ends the wait for checks that are still running once one of them already asks for more.
 */
export function outcomeOf(checks: readonly CheckFact[], capPassed = false): Outcome {
  const automatic = checks.filter((check) => !isForPerson(check));
  const asks = byPersonLast(checks).flatMap((check) => (check.status === 'NEEDS_INFORMATION' ? check.asks : []));
  const running = automatic.some((check) => check.status === 'PENDING');
  if (running && !(capPassed && asks.length > 0)) return { kind: 'wait' };

  const unresolved = (status: CheckStatus) => checks.some((check) => check.status === status && !check.resolved);
  if (unresolved('FAILED')) return { kind: 'hold', because: 'failed' };
  if (asks.length > 0) return { kind: 'requestInformation', asks: combine(asks) };
  // Approving takes a pass from every check. A run without checks, and a check that asks for more without saying for
  // what, come to a person rather than to a pass.
  if (checks.length === 0 || unresolved('NEEDS_INFORMATION')) return { kind: 'hold', because: 'flagged' };
  if (unresolved('FLAGGED') || unresolved('ERRORED')) return { kind: 'hold', because: 'flagged' };
  return checks.some((check) => check.status === 'PENDING') ? { kind: 'hold', because: 'manual' } : { kind: 'approve' };
}

/** A person's words come last, so that combining keeps them over a machine's. */
const byPersonLast = (checks: readonly CheckFact[]): CheckFact[] =>
  [...checks].sort((one, other) => Number(isForPerson(one)) - Number(isForPerson(other)));

/**
 * Two checks that ask for the same thing ask once: what a person said to the customer is kept. Questions about nothing
 * in particular are the same only when their words are, so that none of two questions is lost.
 */
function combine(asks: readonly RequirementAsk[]): RequirementAsk[] {
  const byThing = new Map<string, RequirementAsk>();
  for (const ask of asks) {
    const { field, documentKind } = ask.target;
    const about = field || documentKind ? `${field ?? ''} ${documentKind ?? ''}` : `: ${ask.customerMessage ?? ''}`;
    const key = `${ask.code} ${about}`;
    const known = byThing.get(key);
    byThing.set(key, known ? { ...known, ...ask } : ask);
  }
  return [...byThing.values()];
}
