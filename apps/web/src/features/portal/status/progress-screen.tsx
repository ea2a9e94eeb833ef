import type { PortalSession } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import type { TranslatorOf } from '#lib/translator.ts';
import { LocalTime } from '#ui/local-time.tsx';
import { StatusBanner } from '#ui/status-banner.tsx';
import { Timeline, type TimelineItem } from '#ui/timeline.tsx';
import { LockedAnswers } from './locked-answers.tsx';
import { Section } from './section.tsx';

type ProgressScreenProps = {
  readonly session: PortalSession;
  /** When this page was rendered, in the time of the customer's tenant, in milliseconds. */
  readonly now: number;
};

/** The page while the checks run: what happens, and by when. The customer has nothing to do. */
export function ProgressScreen({ session, now }: ProgressScreenProps) {
  const t = useTranslations('portal.status.progress');
  const { customer } = session;
  const isLate = customer.expectedBy !== null && Date.parse(customer.expectedBy) < now;
  return (
    <>
      <StatusBanner status={customer.customerStatus} heading={session.heading}>
        <p>{t('nothingToDo', { duration: isLate ? t('late') : session.duration })}</p>
      </StatusBanner>
      <Section id="progress" title={t('title')}>
        <Timeline label={t('title')} items={stepsOf(session, isLate, now, t)} />
      </Section>
      <LockedAnswers session={session} title={t('answers')} why={t('locked')} />
    </>
  );
}

/** An exact time would promise too much for something that takes days. */
const isFarOff = (at: string, now: number): boolean => Date.parse(at) - now > 12 * 3600_000;

function stepsOf(
  { customer, checks }: PortalSession,
  isLate: boolean,
  now: number,
  t: TranslatorOf<'portal.status.progress'>,
): TimelineItem[] {
  const { statusChangedAt, expectedBy } = customer;
  const areDone = checks.every((check) => check.done);
  return [
    { id: 'sent', title: t('sent'), when: <LocalTime value={statusChangedAt} /> },
    ...checks.map(
      ({ label, done }): TimelineItem => ({
        id: label,
        title: label,
        state: done ? 'done' : 'current',
        when: t(done ? 'checked' : 'checking'),
      }),
    ),
    {
      id: 'answer',
      title: t(areDone ? 'results' : 'answer'),
      state: areDone ? 'current' : 'ahead',
      ...(expectedBy && !isLate
        ? {
            when: t.rich('expected', {
              time: () => <LocalTime value={expectedBy} form={isFarOff(expectedBy, now) ? 'date' : 'time'} />,
            }),
          }
        : {}),
    },
  ];
}
