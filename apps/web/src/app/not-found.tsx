import { useTranslations } from 'next-intl';
import { PageHeader } from '#ui/page-header.tsx';
import { PortalShell } from '#ui/portal-shell.tsx';

/** Answers for what does not exist and for what may not be seen alike, so it says nothing about either. */
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
