'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { ErrorState } from '#ui/error-state.tsx';

type FailureProps = {
  /** The name of what could not be shown. */
  readonly what: 'frame' | 'page';
  readonly error: Error & { readonly digest?: string };
  readonly retry: () => void;
};

/** The error of a page: what failed, what is saved, and how to try again. */
export function PageFailure({ what, error, retry }: FailureProps) {
  const t = useTranslations('portal.frame.failure');
  const [pending, start] = useTransition();
  return (
    <>
      <title>{t('title')}</title>
      <h1 className="font-semibold text-h1">{t('title')}</h1>
      <ErrorState
        what={t(what)}
        kept={t('kept')}
        onRetry={() => start(retry)}
        pending={pending}
        reference={error.digest}
      />
    </>
  );
}
