import type { PortalSession } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Theme } from '#lib/theme.ts';
import { PortalShell } from '#ui/portal-shell.tsx';
import { ThemeToggle } from '#ui/theme-toggle.tsx';
import { Help } from './help.tsx';
import { LiveStatus } from './live-status.tsx';
import { OfflineGuard } from './offline-guard.tsx';
import { SavingNote, SavingProvider } from './saving.tsx';

type FrameProps = { readonly session: PortalSession; readonly theme: Theme; readonly children: ReactNode };

/** The frame of every page behind a session: the partner above, help and sign-out below. */
export function PortalFrame({ session, theme, children }: FrameProps) {
  const { partner, customer } = session;
  const editable = customer.access.includes('updateProfile');
  return (
    <SavingProvider savedAt={lastSaved(session)}>
      <PortalShell
        partner={{ name: partner.name, logo: localLogo(partner.logo) }}
        saved={editable && <SavingNote />}
        help={<Help supportEmail={partner.supportEmail} about={customer.id} />}
        foot={
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <SignOut />
            <ThemeToggle theme={theme} />
          </div>
        }
      >
        <LiveStatus heading={session.heading} editable={editable} />
        <OfflineGuard>{children}</OfflineGuard>
      </PortalShell>
    </SavingProvider>
  );
}

const lastSaved = ({ drafts }: PortalSession): string | null =>
  Object.values(drafts)
    .map((draft) => draft.updatedAt)
    .sort()
    .at(-1) ?? null;

/** Only logos of this server are shown, because another host would learn who is being verified. */
const localLogo = (logo: string | null): string | undefined => (logo?.startsWith('/') ? logo : undefined);

/** Ends the session with a plain form, which also works without scripts. */
function SignOut() {
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
