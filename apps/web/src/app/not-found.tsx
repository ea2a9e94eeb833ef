import { useTranslations } from 'next-intl';
import { PageHeader } from '#ui/page-header.tsx';
import { PortalShell } from '#ui/portal-shell.tsx';

/** The page for everything that does not exist or may not be seen. It must not tell which of the two it is. */
export default function NotFound() {
  const t = useTranslations('ui.pages');
  return (
    <PortalShell partner={{ name: 'Gatehouse' }}>
      <PageHeader title={t('notFound')}>
        <p>{t('checkAddress')}</p>
      </PageHeader>
    </PortalShell>
  );
}
