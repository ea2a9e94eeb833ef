import { useTranslations } from 'next-intl';
import { buttonStyle } from '#ui/button-style.ts';
import { PageHeader } from '#ui/page-header.tsx';

type ArrivalProps = { readonly token: string; readonly partnerName: string | null };

/**
 * The link is used only when the button is pressed, so that a mail scanner does not use it up. The plain form works
 * before scripts are loaded.
 */
export function Arrival({ token, partnerName }: ArrivalProps) {
  const t = useTranslations('portal.arrival');
  return (
    <>
      <PageHeader title={t('title')}>
        <p>{partnerName === null ? t('whyUnnamed') : t('why', { partner: partnerName })}</p>
      </PageHeader>
      <form method="post" action="/api/portal-session">
        <input type="hidden" name="token" value={token} />
        <button type="submit" className={buttonStyle('primary')}>
          {t('button')}
        </button>
      </form>
      <p className="text-muted">{t('once')}</p>
    </>
  );
}
