import type { PortalSession } from '@gatehouse/domain';
import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '#ui/notice.tsx';
import { StatusBanner } from '#ui/status-banner.tsx';
import { countries } from '../questions/countries.ts';
import { fileLimits } from '../upload/slots.ts';
import { AnsweredItems } from './answered-items.tsx';
import { openItems } from './items.tsx';
import { RequestForm } from './request-form.tsx';

/** The verification waits for the customer. Each open item has a card. */
export function RequestScreen({ session }: { readonly session: PortalSession }) {
  const t = useTranslations();
  const locale = useLocale();
  const items = openItems(session, t);
  const hasCountries = items.some(
    ({ ask }) => ask.by === 'field' && ask.question.inputs.some((input) => input.kind === 'country'),
  );
  return (
    <>
      <StatusBanner status={session.customer.customerStatus} heading={session.heading}>
        <p>{t('portal.request.paused')}</p>
      </StatusBanner>
      {items.length > 0 ? (
        <RequestForm items={items} countries={hasCountries ? countries(locale) : []} limits={fileLimits(t)} />
      ) : (
        <NothingToAnswer session={session} />
      )}
      <AnsweredItems session={session} />
    </>
  );
}

/** All items are answered, but the profile lacks something that another app removed. Only support can resolve this. */
function NothingToAnswer({ session }: { readonly session: PortalSession }) {
  const t = useTranslations('portal.request.nothing');
  return (
    <Notice title={t('title')}>
      <p>{t('missing')}</p>
      <ul className="list-disc ps-6">
        {session.customer.missing.map((each) => (
          <li key={each.message}>{each.message}</li>
        ))}
      </ul>
      <p>{t('write', { email: session.partner.supportEmail })}</p>
    </Notice>
  );
}
