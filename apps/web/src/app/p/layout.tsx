import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PortalWords } from '#server/portal-words.tsx';

/**
 * The form has to tell the server which site it comes from, and a browser says nothing at all under the policy of the
 * other pages. This one names the site alone: the link's token stays in the address bar.
 */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.frame');
  return { title: { default: t('title'), template: '%s' }, referrer: 'strict-origin' };
}

export default function ArrivalLayout({ children }: { readonly children: ReactNode }) {
  return <PortalWords>{children}</PortalWords>;
}
