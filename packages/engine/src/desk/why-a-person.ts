import {
  type CheckKind,
  type CheckStatus,
  type Finding,
  isForPerson,
  type Mode,
  type RequirementAsk,
  type ReviewPolicy,
  type WhyAPerson,
} from '@gatehouse/domain';

type JudgedCheck = {
  readonly kind: CheckKind;
  readonly label: string;
  readonly status: CheckStatus;
  readonly resolved: boolean;
  readonly findings: readonly Finding[];
  readonly asks: readonly RequirementAsk[];
};

/** The reasons by unresolved verdict, the most serious first. Other verdicts need no manual review. */
const KINDS: readonly (readonly [CheckStatus, WhyAPerson['kind'], string])[] = [
  ['FAILED', 'failed', 'It failed and names no reason.'],
  ['FLAGGED', 'flagged', 'It wants a person to look and names no reason.'],
  ['ERRORED', 'unreachable', 'It could not be reached, so it has found nothing, good or bad.'],
  ['NEEDS_INFORMATION', 'unclear', 'It asks for more and does not say what.'],
];

/**
 * The reasons for a manual review, the most serious first. Empty without an open run, and while only automatic checks
 * are pending.
 */
export function whyAPerson(
  run: { readonly checks: readonly JudgedCheck[] } | undefined,
  { needsPerson, mode, policy }: { needsPerson: boolean; mode: Mode; policy: ReviewPolicy },
): WhyAPerson[] {
  if (!run) return [];
  const found = KINDS.flatMap(([status, kind, unsaid]) =>
    run.checks
      .filter((check) => !isForPerson(check) && check.status === status && !check.resolved)
      .filter((check) => status === 'FAILED' || (needsPerson && !(status === 'NEEDS_INFORMATION' && check.asks.length)))
      .map((check): WhyAPerson => {
        const said = check.findings.filter(({ ok }) => !ok).map(({ text }) => text);
        return { kind, check: check.label, found: said.length > 0 ? said : [unsaid] };
      }),
  );
  if (found.length > 0 || !needsPerson) return found;
  const manual = run.checks.find(isForPerson);
  return [{ kind: 'review', check: manual?.label ?? '', found: [reviewed(mode, policy)] }];
}

/** The reason for a manual review when no check found anything. */
function reviewed(mode: Mode, policy: ReviewPolicy): string {
  if (mode === 'LIVE') return 'No check in LIVE can tell who somebody is, so a person looks at every submission.';
  if (policy === 'ALWAYS') return 'This partner has a person look at every submission.';
  return 'What the checks look at has not changed since they passed; what is new is for a person to judge.';
}
