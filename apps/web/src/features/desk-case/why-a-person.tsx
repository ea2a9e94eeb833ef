import type { Case } from '@gatehouse/domain';
import { cx } from '#ui/cx.ts';
import { Notice, type NoticeKind } from '#ui/notice.tsx';

type Why = Case['why'][number];

/** The title of each kind of reason. The list of reasons begins with the most serious one, whose title is shown. */
const TITLES = {
  failed: { kind: 'danger', title: 'A check failed: Gatehouse suggests to reject' },
  flagged: { kind: 'warning', title: 'A check was flagged: a person must look' },
  unreachable: { kind: 'warning', title: 'A check could not be made: a person must look' },
  unclear: { kind: 'warning', title: 'A check asks for more without saying what: a person must look' },
  review: { kind: 'info', title: 'A person looks at this case' },
} as const satisfies Record<Why['kind'], { kind: NoticeKind; title: string }>;

/** Why the case needs a person: the check and its finding. Empty while no review is needed. */
export function WhyAPerson({ why }: { readonly why: readonly Why[] }) {
  const [first] = why;
  if (!first) return null;
  const { kind, title } = TITLES[first.kind];
  const findings = why.flatMap(({ check, found }) => found.map((text) => `${check}: ${text}`));
  return (
    <Notice kind={kind} title={title}>
      <ul className={cx(findings.length > 1 && 'list-disc ps-4')}>
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
      {first.kind === 'failed' && <p>Nothing happens by itself. Approving over this takes two people.</p>}
    </Notice>
  );
}
