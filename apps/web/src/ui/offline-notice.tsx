'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useSyncExternalStore } from 'react';
import { Notice } from './notice.tsx';

function subscribe(changed: () => void) {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** True while the browser knows that it has no connection. The server always answers false. */
const useOffline = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => !navigator.onLine,
    () => false,
  );

/** Says that there is no connection, and that nothing typed is lost. The live region exists before it has content. */
export function OfflineNotice({
  children,
  always = false,
}: {
  readonly children?: ReactNode;
  readonly always?: boolean;
}) {
  const t = useTranslations('ui.offline');
  const offline = useOffline() || always;
  return (
    <div role="status" className="empty:hidden">
      {offline && (
        <Notice kind="warning" title={t('title')}>
          {children ?? t('kept')}
        </Notice>
      )}
    </div>
  );
}
