import type { PortalSession } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import { LocalTime } from '#ui/local-time.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { Section } from './section.tsx';

/** The past events, the newest first. */
export function History({ history }: { readonly history: PortalSession['history'] }) {
  const t = useTranslations('portal.status.history');
  return (
    <Section id="history" title={t('title')}>
      <Timeline
        label={t('title')}
        items={history.toReversed().map(({ at, status }) => ({
          id: at,
          title: t(status),
          when: <LocalTime value={at} />,
        }))}
      />
    </Section>
  );
}
