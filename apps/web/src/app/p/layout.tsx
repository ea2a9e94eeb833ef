import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PortalMessages } from '#server/portal-messages.tsx';

/**
 * The form has to send its origin, which the referrer policy of the other pages prevents. This policy sends the origin
 * only, so the link's token does not leak.
 */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.frame');
  return { title: { default: t('title'), template: '%s' }, referrer: 'strict-origin' };
}

export default function ArrivalLayout({ children }: { readonly children: ReactNode }) {
  return <PortalMessages>{children}</PortalMessages>;
}
