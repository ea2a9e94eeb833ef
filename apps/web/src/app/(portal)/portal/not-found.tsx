import { useTranslations } from 'next-intl';
import { PORTAL } from '#features/portal/tasks/addresses.ts';
import { PageHeader } from '#ui/page-header.tsx';

/**
 * The page for a wrong URL in the portal. Only a customer who fills in the profile gets here, so it links to the tasks.
 */
export default function PortalNotFound() {
  const t = useTranslations('portal.frame');
  return (
    <PageHeader title={t('notFound.title')} back={{ href: PORTAL, label: t('toTasks') }}>
      <p>{t('notFound.text')}</p>
    </PageHeader>
  );
}
