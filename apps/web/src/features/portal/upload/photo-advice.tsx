import { useTranslations } from 'next-intl';
/** What makes a photo that can be checked at the first try. */
export function PhotoAdvice() {
  const t = useTranslations('portal.documents.advice');
  return (
    <ul className="list-disc ps-6 text-muted">
      <li>{t('flat')}</li>
      <li>{t('light')}</li>
      <li>{t('still')}</li>
    </ul>
  );
}
