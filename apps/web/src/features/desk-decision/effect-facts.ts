import type { Case, CaseCheck } from '@gatehouse/domain';
import { type CheckStatus, requirementLifecycle } from '@gatehouse/domain';
import type { EffectFacts } from './effects.ts';

/** Verdicts that need a person. */
const NEEDS_PERSON: ReadonlySet<CheckStatus> = new Set(['FLAGGED', 'FAILED', 'ERRORED'] satisfies CheckStatus[]);

const isUnresolved = ({ status, resolved }: CaseCheck): boolean => !resolved && NEEDS_PERSON.has(status);

/** Collects the facts about a case for a decision's effects. */
export function effectFactsOf(
  theCase: Case,
  given: { readonly asked: number; readonly temporary: boolean | null },
): EffectFacts {
  const open = theCase.runs.find((run) => run.open);
  return {
    from: theCase.customer.customerStatus,
    unresolved: open?.checks.filter(isUnresolved).length ?? 0,
    openItems: theCase.requirements.filter(({ status }) => requirementLifecycle.allows(status, 'withdraw').allowed)
      .length,
    mails: theCase.partner.sendsEmails && theCase.customer.email !== null,
    ...given,
  };
}
