import { PAGE_OF } from '@gatehouse/domain';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PortalFrame } from '#features/portal/frame/portal-frame.tsx';
import { VisitorFrame } from '#features/portal/frame/visitor-frame.tsx';
import { readTheme, THEME_COOKIE } from '#lib/theme.ts';
import { currentSession } from './current-session.ts';
import { SignedOut } from './signed-out.tsx';

/** The sign-out form has to send its origin. The URLs of the portal hold no secret. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.frame');
  const title = t('title');
  return {
    title: { absolute: title, default: title, template: t('titleOf', { page: '%s' }) },
    referrer: 'same-origin',
  };
}

/**
 * The layout of all pages behind a session. Without one, nothing of the customer is read, and every page says how to
 * sign in again.
 */
export default async function PortalLayout({ children }: { readonly children: ReactNode }) {
  const session = await currentSession();
  if (!session)
    return (
      <VisitorFrame>
        <SignedOut />
      </VisitorFrame>
    );
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <PortalFrame session={session} theme={theme}>
      <meta name={PAGE_OF} content={session.customer.id} />
      {children}
    </PortalFrame>
  );
}
