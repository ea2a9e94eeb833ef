import type { Case, CaseRun } from '@gatehouse/domain';
import { changedFields, isForPerson, questionsOf } from '@gatehouse/domain';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { fieldLines } from './field-lines.ts';
import { Findings } from './findings.tsx';
import { type Found, foundAbout } from './found-by-checks.ts';

type ProfileDataProps = { readonly theCase: Case; readonly now: string };

/**
 * All fields with their findings and their changes since the previous submission. A passed format check proves nothing
 * about a person, so it gets no mark.
 */
export function ProfileData({ theCase, now }: ProfileDataProps) {
  const { customer, program, before, requirements, runs } = theCase;
  const questions = questionsOf(program);
  const today = now.slice(0, 10);
  const changed = new Set<string>(
    before
      ? changedFields(
          questions.map(({ field }) => field),
          before,
          customer.profile,
        )
      : [],
  );
  const asked = new Set(requirements.map((item) => item.target.field));
  return (
    <Card title="Data" aside={before && <ChangeCount count={changed.size} />}>
      <p className="text-muted">Typed by the customer. {comparison(runs)}</p>
      <dl className="border-line border-t">
        {questions.map((question) => (
          <div
            key={question.field}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-line border-b py-2 sm:grid-cols-[minmax(0,9rem)_minmax(0,1fr)_minmax(0,1fr)]"
          >
            <dt className="col-start-1 text-muted">{question.label}</dt>
            <dd className="col-start-1 min-w-0 break-words sm:col-start-2" suppressHydrationWarning>
              <Lines lines={fieldLines(question, customer.profile, today)} />
              {before && changed.has(question.field) && (
                <ChangeNote was={fieldLines(question, before, today)} asked={asked.has(question.field)} />
              )}
            </dd>
            <StandingOut found={foundAbout(runs, (about) => about.field === question.field).filter(({ ok }) => !ok)} />
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <span className="text-muted">Not given</span>;
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}

function ChangeCount({ count }: { readonly count: number }) {
  return (
    <span className="text-muted">
      {count === 0 ? 'Nothing changed' : `${count} ${count === 1 ? 'field' : 'fields'} changed`} since the last
      submission
    </span>
  );
}

/** Marks a change that was not requested. It is allowed, but worth a second look. */
function ChangeNote({ was, asked }: { readonly was: readonly string[]; readonly asked: boolean }) {
  return (
    <span className="mt-1 flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <Badge tone={asked ? 'progress' : 'attention'}>{asked ? 'Changed' : 'Changed, not asked for'}</Badge>
      <span className="text-muted text-small">Was: {was.length > 0 ? was.join(', ') : 'not given'}</span>
    </span>
  );
}

/** A field's problems found by checks; below the field on narrow screens. */
function StandingOut({ found }: { readonly found: readonly Found[] }) {
  if (found.length === 0) return null;
  return (
    <dd className="col-span-2 min-w-0 sm:col-span-1 sm:col-start-3 sm:row-start-1">
      <Findings findings={found} />
    </dd>
  );
}

/**
 * Says who has compared the customer's data with the documents. No check reads documents yet, so only the person who
 * passed the newest submission may have.
 */
export function comparison([newest]: readonly Pick<CaseRun, 'checks'>[]): string {
  const review = newest?.checks.find(isForPerson);
  return review?.status === 'PASSED' && review.by
    ? `No check compares this with the documents; that was left to ${review.by}, who approved it.`
    : 'Nobody has compared this with the documents yet.';
}
