import { useTranslations } from 'next-intl';
/** Ends the session with a plain form, so that it also works when nothing else does. */
export function SignOut() {
  const t = useTranslations('portal.frame');
  return (
    <form method="post" action="/api/portal-session/end">
      <button
        type="submit"
        className="min-h-tap rounded-sm text-primary underline decoration-1 underline-offset-[0.2em] hover:text-primary-hover hover:decoration-2"
      >
        {t('signOut')}
      </button>
    </form>
  );
}
