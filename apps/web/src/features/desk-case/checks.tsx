import type { CaseCheck, CaseRun } from '@gatehouse/domain';
import { checkLifecycle, isForPerson, isPending } from '@gatehouse/domain';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { CHECK_LOOK, outcomeLabel, runTitle } from './check-copy.ts';
import { Findings } from './findings.tsx';

type ChecksProps = { readonly runs: readonly CaseRun[]; readonly now: string };

/** The checks of the newest run; those of earlier runs are collapsed. */
export function Checks({ runs, now }: ChecksProps) {
  const [newest, ...earlier] = runs;
  if (!newest)
    return (
      <Card title="Checks">
        <p className="text-muted">They begin when the customer has sent everything.</p>
      </Card>
    );
  return (
    <Card title="Checks" aside={<RunNote run={newest} now={now} />}>
      <CheckList checks={newest.checks} now={now} />
      {earlier.map((run) => (
        <details key={run.id}>
          <summary className="min-h-tap">
            <span className="me-2 ms-1">{runTitle(run)}</span>
            <RunNote run={run} now={now} titled={false} />
          </summary>
          <CheckList checks={run.checks} now={now} />
        </details>
      ))}
    </Card>
  );
}

function RunNote({
  run,
  now,
  titled = true,
}: {
  readonly run: CaseRun;
  readonly now: string;
  readonly titled?: boolean;
}) {
  return (
    <span className="text-muted">
      {titled && `${runTitle(run)}, `}
      {run.endedAt ? (
        <>
          {outcomeLabel(run.outcome)} <RelativeTime value={run.endedAt} now={now} />
        </>
      ) : (
        <>
          {titled ? 'begun' : 'Begun'} <RelativeTime value={run.createdAt} now={now} />
        </>
      )}
    </span>
  );
}

function CheckList({ checks, now }: { readonly checks: readonly CaseCheck[]; readonly now: string }) {
  return (
    <ul className="border-line border-t">
      {checks.map((check) => (
        <CheckRow key={check.id} check={check} now={now} />
      ))}
    </ul>
  );
}

function CheckRow({ check, now }: { readonly check: CaseCheck; readonly now: string }) {
  const { tone, icon } = CHECK_LOOK[check.status];
  // Findings about a field or a document are shown beside it. These are the findings about the whole.
  const general = check.findings.filter(({ about }) => !about.field && !about.documentId);
  const specific = check.findings.filter(({ about, ok }) => !ok && (about.field || about.documentId));
  return (
    <li className="flex flex-col gap-1 border-line border-b py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{check.label}</span>
        <Badge tone={tone} icon={icon}>
          {verdictLabel(check)}
        </Badge>
        {check.resolved && <Badge tone="success">Resolved by a person</Badge>}
        {check.carried && <Badge tone="neutral">Carried over</Badge>}
        <span className="ms-auto text-muted text-small">
          {check.by && `${check.by}, `}
          {check.finishedAt && <RelativeTime value={check.finishedAt} now={now} />}
        </span>
      </div>
      <p className="text-muted text-small">{check.looksAt}</p>
      <Findings findings={[...general, ...specific].map(({ ok, text }) => ({ check: check.label, ok, text }))} />
      {check.note && <p className="border-line-strong border-s-2 ps-2">{check.note}</p>}
    </li>
  );
}

/** The label of the verdict. A manual check without a verdict is not in progress: it waits for a person. */
function verdictLabel(check: CaseCheck): string {
  return isPending(check) && isForPerson(check) ? 'Waits for a person' : checkLifecycle.label(check.status);
}
