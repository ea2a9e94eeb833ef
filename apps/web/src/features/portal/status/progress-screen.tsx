import { durationWords, tenantTime } from '@gatehouse/domain';
import type { PortalSession } from '@gatehouse/engine';
import { LocalTime } from '#ui/local-time.tsx';
import { StatusBanner } from '#ui/status-banner.tsx';
import { Timeline, type TimelineItem } from '#ui/timeline.tsx';
import { LockedAnswers } from './locked-answers.tsx';
import { Section } from './section.tsx';

type ProgressScreenProps = {
  readonly session: PortalSession;
  /** When this page was put together, on the clock of the customer's tenant, in milliseconds. */
  readonly now: number;
};

/** Everything was sent and is being checked: what happens, and by when. Nothing is asked of anyone. */
export function ProgressScreen({ session, now }: ProgressScreenProps) {
  const { customer, program } = session;
  const by = customer.expectedBy === null ? null : tenantTime(customer.expectedBy);
  const isLate = by !== null && by.getTime() < now;
  const duration = durationWords({ durations: program.durations, since: tenantTime(customer.statusChangedAt), by });
  return (
    <>
      <StatusBanner status={customer.customerStatus}>
        <p>
          You do not need to do anything. {isLate ? LATE : duration} This page changes by itself, so you can also close
          it.
        </p>
      </StatusBanner>
      <Section id="progress" title="What we are checking">
        <Timeline label="What we are checking" items={stepsOf(session, isLate, now)} />
      </Section>
      <LockedAnswers
        session={session}
        title="What you sent"
        why="Locked while we check it, so that what we check is exactly what you sent."
      />
    </>
  );
}

const LATE = 'It takes longer than usual, and we are still on it.';

/** An hour of the day would promise too much for something that takes days. */
const isFarOff = (at: string, now: number): boolean => Date.parse(at) - now > 12 * 3600_000;

function stepsOf({ customer, checks }: PortalSession, isLate: boolean, now: number): TimelineItem[] {
  const { statusChangedAt, expectedBy } = customer;
  const areDone = checks.every((check) => check.done);
  return [
    { id: 'sent', title: 'You sent everything', when: <LocalTime value={statusChangedAt} /> },
    ...checks.map(
      ({ label, done }): TimelineItem => ({
        id: label,
        title: label,
        state: done ? 'done' : 'current',
        when: done ? 'Checked' : 'Being checked',
      }),
    ),
    {
      id: 'answer',
      title: areDone ? 'We look at the results' : 'Our answer',
      state: areDone ? 'current' : 'ahead',
      ...(expectedBy && !isLate
        ? {
            when: (
              <>
                Expected by <LocalTime value={expectedBy} form={isFarOff(expectedBy, now) ? 'date' : 'time'} />
              </>
            ),
          }
        : {}),
    },
  ];
}
