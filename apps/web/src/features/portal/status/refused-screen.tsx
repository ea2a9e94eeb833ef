import type { PortalSession } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '#ui/button-style.ts';
import { Link } from '#ui/link.tsx';
import { StatusBanner } from '#ui/status-banner.tsx';
import { Reason } from './reason.tsx';
import { Section } from './section.tsx';

/** The verification failed: why, as far as it may be disclosed, and whom to ask for a second review. */
export function RefusedScreen({ session }: { readonly session: PortalSession }) {
  const { partner, customer, reason } = session;
  const t = useTranslations('portal.status');
  const subject = encodeURIComponent(t('refused.subject', { reference: customer.id }));
  return (
    <>
      <StatusBanner status={customer.customerStatus} heading={session.heading}>
        <Reason reason={reason} />
      </StatusBanner>
      <Section id="meaning" title={t('meaning')}>
        <p>{t('refused.meaning', { partner: partner.name })}</p>
      </Section>
      <Section id="second-look" title={t('refused.again')}>
        <p>{t('refused.how')}</p>
        <div>
          <a href={`mailto:${partner.supportEmail}?subject=${subject}`} className={buttonStyle('primary')}>
            {t('refused.again')}
          </a>
        </div>
        <p>
          {t.rich('refused.write', {
            email: partner.supportEmail,
            link: (chunks) => <Link href={`mailto:${partner.supportEmail}`}>{chunks}</Link>,
          })}
        </p>
      </Section>
    </>
  );
}
