import type { PortalSession } from '@gatehouse/domain';
import { type Profile, questionsOf } from '@gatehouse/domain';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '#ui/button-style.ts';
import { Link } from '#ui/link.tsx';
import { LocalTime } from '#ui/local-time.tsx';
import { StatusBanner } from '#ui/status-banner.tsx';
import { GivenAnswers } from '../questions/given-answers.tsx';
import { History } from './history.tsx';
import { LockedAnswers } from './locked-answers.tsx';
import { Section } from './section.tsx';

const CONFIRMATION_HREF = '/portal/confirmation';

/** The verified customer's page: since when, what was verified and what was only stated, and what is next. */
export function VerifiedScreen({ session }: { readonly session: PortalSession }) {
  const { partner, verifiedAt, verified, customer, program } = session;
  const t = useTranslations('portal.status.verified');
  const profile: Profile = customer.profile;
  const told = questionsOf(program)
    .map(({ field }) => field)
    .filter((field) => profile[field] !== undefined && !verified.includes(field));
  return (
    <>
      <StatusBanner status={customer.customerStatus} heading={session.heading}>
        <p>
          {verifiedAt && <>{t.rich('since', { time: () => <LocalTime value={verifiedAt} form="date" /> })} </>}
          {t('known', { partner: partner.name })}
        </p>
      </StatusBanner>
      <div className="flex flex-wrap gap-3">
        <ReturnButton partner={partner} />
        <a href={CONFIRMATION_HREF} download className={buttonStyle('secondary')}>
          <Download aria-hidden />
          {t('download')}
        </a>
      </div>
      <Section id="verified" title={t('title')}>
        {verified.length > 0 ? (
          <>
            <p>{t('compared')}</p>
            <GivenAnswers session={session} only={verified} />
          </>
        ) : (
          <p>{t('notCompared')}</p>
        )}
      </Section>
      <LockedAnswers session={session} title={t('answers')} why={t('locked')} only={told} />
      <Section id="change" title={t('change.title')}>
        <p>
          {t.rich('change.text', {
            email: partner.supportEmail,
            link: (chunks) => <Link href={`mailto:${partner.supportEmail}`}>{chunks}</Link>,
          })}
        </p>
      </Section>
      <History history={session.history} />
    </>
  );
}

/** A link back to the partner, if it has set one. */
function ReturnButton({ partner }: { readonly partner: PortalSession['partner'] }) {
  const t = useTranslations('portal.status.verified');
  if (!partner.returnUrl || !/^https?:\/\//.test(partner.returnUrl)) return null;
  return (
    <a href={partner.returnUrl} className={buttonStyle('primary')}>
      {t('back', { partner: partner.name })}
    </a>
  );
}
