import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** Passes the messages that the portal uses in the browser. The others are used on the server only. */
export async function PortalMessages({ children }: { readonly children: ReactNode }) {
  const { portal, ui } = await getMessages();
  const { confirmation, status, tasks, ...inBrowser } = portal;
  return <NextIntlClientProvider messages={{ portal: inBrowser, ui }}>{children}</NextIntlClientProvider>;
}
