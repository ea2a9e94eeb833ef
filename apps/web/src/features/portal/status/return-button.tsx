import type { PortalSession } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '#ui/button-style.ts';

/** The way back to the company that sent the customer here, where it has told us one. */
export function ReturnButton({ partner }: { readonly partner: PortalSession['partner'] }) {
  const t = useTranslations('portal.status.verified');
  if (!partner.returnUrl || !/^https?:\/\//.test(partner.returnUrl)) return null;
  return (
    <a href={partner.returnUrl} className={buttonStyle('primary')}>
      {t('back', { partner: partner.name })}
    </a>
  );
}
