import { useTranslations } from 'next-intl';
import { PORTAL } from '#features/portal/tasks/addresses.ts';
import { PageHeader } from '#ui/page-header.tsx';

/** A wrong address within the portal. Only who still fills in their profile gets here, so the way back is their tasks. */
export default function PortalNotFound() {
  const t = useTranslations('portal.frame');
  return (
    <PageHeader title={t('notFound.title')} back={{ href: PORTAL, label: t('toTasks') }}>
      <p>{t('notFound.text')}</p>
    </PageHeader>
  );
}
