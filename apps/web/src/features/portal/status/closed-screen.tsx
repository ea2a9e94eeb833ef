import type { PortalSession } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '#ui/button-style.ts';
import { StatusBanner } from '#ui/status-banner.tsx';
import { History } from './history.tsx';
import { LockedAnswers } from './locked-answers.tsx';
import { Reason } from './reason.tsx';
import { Section } from './section.tsx';

/**
 * The page of a closed account: what it means, and how to request reactivation. Closing is an administrative decision,
 * not a verdict.
 */
export function ClosedScreen({ session }: { readonly session: PortalSession }) {
  const { partner, customer, reason } = session;
  const t = useTranslations('portal.status');
  const kind = reason?.temporary ? 'onHold' : 'forGood';
  const ask = t(`closed.${kind}.ask`);
  const subject = encodeURIComponent(t('closed.subject', { ask, reference: customer.id }));
  return (
    <>
      <StatusBanner status={customer.customerStatus} heading={session.heading}>
        <p className="font-semibold">{t('closed.noVerdict')}</p>
        <Reason reason={reason} />
      </StatusBanner>
      <Section id="meaning" title={t('meaning')}>
        <p>{t(`closed.${kind}.meaning`)}</p>
      </Section>
      <Section id="reactivation" title={ask}>
        <p>{t(`closed.${kind}.how`)}</p>
        <div>
          <a href={`mailto:${partner.supportEmail}?subject=${subject}`} className={buttonStyle('primary')}>
            {t('closed.write')}
          </a>
        </div>
      </Section>
      <History history={session.history} />
      <LockedAnswers session={session} title={t('closed.answers')} why={t('closed.locked')} />
    </>
  );
}
