import { useTranslations } from 'next-intl';
/** The first link for the keyboard, which skips to the main content. */
export function SkipLink() {
  const t = useTranslations('ui');
  return (
    <a
      href="#content"
      className="sr-only rounded bg-surface px-4 py-2 font-semibold text-primary underline focus:not-sr-only focus:absolute focus:top-2 focus:start-2 focus:z-50"
    >
      {t('skip')}
    </a>
  );
}
