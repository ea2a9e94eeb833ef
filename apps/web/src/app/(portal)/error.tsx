'use client';

import { useTranslations } from 'next-intl';
import { PageFailure } from '#features/portal/frame/page-failure.tsx';
import { PortalShell } from '#ui/portal-shell.tsx';

type Failure = { readonly error: Error & { readonly digest?: string }; readonly retry: () => void };

/** The error when even the frame cannot be rendered, because it reads the same record as the page. */
export default function FrameError(failure: Failure) {
  const t = useTranslations('portal.frame');
  return (
    <PortalShell partner={{ name: t('unnamed') }}>
      <PageFailure {...failure} what="frame" />
    </PortalShell>
  );
}
