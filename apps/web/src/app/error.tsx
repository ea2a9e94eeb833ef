'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { ErrorState } from '#ui/error-state.tsx';
import { PortalShell } from '#ui/portal-shell.tsx';

type Failure = { readonly error: Error & { readonly digest?: string }; readonly retry: () => void };

/** The fallback for errors of every page. Some pages have a more precise one of their own. */
export default function RootError({ error, retry }: Failure) {
  const t = useTranslations('ui.pages');
  const [pending, startTransition] = useTransition();
  return (
    <PortalShell partner={{ name: 'Gatehouse' }}>
      <h1 className="font-semibold text-h1">{t('failed')}</h1>
      <ErrorState
        what={t('notShown')}
        kept={t('kept')}
        onRetry={() => startTransition(retry)}
        pending={pending}
        reference={error.digest}
      />
    </PortalShell>
  );
}
