import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PortalShell } from '#ui/portal-shell.tsx';
import { Help } from './help.tsx';

type FrameProps = {
  /** The partner, if the link names one. Nothing of the customer is known here. */
  readonly partnerName?: string | null;
  readonly supportEmail?: string | null;
  readonly children: ReactNode;
};

/** The frame of the public pages, before and after a session. */
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
