'use client';

import { type ReactNode, useEffect } from 'react';
import { OfflineNotice } from '#ui/offline-notice.tsx';

/**
 * Says that there is no connection, and blocks links meanwhile: following one would replace the typed text with the
 * browser's error page.
 */
export function OfflineGuard({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    const hold = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const leaves = link?.getAttribute('href')?.startsWith('/');
      if (leaves && !navigator.onLine) {
        event.preventDefault();
        event.stopPropagation();
        document.getElementById(NOTICE)?.scrollIntoView({ block: 'nearest' });
      }
    };
    document.addEventListener('click', hold, true);
    return () => document.removeEventListener('click', hold, true);
  }, []);
  return (
    <>
      <div id={NOTICE} className="empty:hidden has-[>:empty]:hidden">
        <OfflineNotice />
      </div>
      {children}
    </>
  );
}

const NOTICE = 'offline-notice';
