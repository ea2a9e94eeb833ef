import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PortalShell } from '#ui/portal-shell.tsx';
import { Help } from './help.tsx';

type FrameProps = {
  /** Whose page it is, where a link told it; nothing of the customer is ever known here. */
  readonly partnerName?: string | null;
  readonly supportEmail?: string | null;
  readonly children: ReactNode;
};

/** The frame of the pages that anyone may see: before a session begins, and after it ended. */
export function VisitorFrame({ partnerName, supportEmail, children }: FrameProps) {
  const t = useTranslations('portal.frame');
  return (
    <PortalShell
      partner={{ name: partnerName ?? t('unnamed') }}
      help={supportEmail ? <Help supportEmail={supportEmail} /> : <p>{t('askCompany')}</p>}
    >
      {children}
    </PortalShell>
  );
}
