import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** Gives what runs in the browser the areas of the portal that it says. The others are said on the server alone. */
export async function PortalWords({ children }: { readonly children: ReactNode }) {
  const { portal, ui } = await getMessages();
  const { confirmation, status, tasks, ...inBrowser } = portal;
  return <NextIntlClientProvider messages={{ portal: inBrowser, ui }}>{children}</NextIntlClientProvider>;
}
