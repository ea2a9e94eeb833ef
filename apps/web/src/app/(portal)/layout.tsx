import type { ReactNode } from 'react';
import { PortalMessages } from '#server/portal-messages.tsx';

/** The layout of all pages behind a session, including their loading and error pages. */
export default function SessionLayout({ children }: { readonly children: ReactNode }) {
  return <PortalMessages>{children}</PortalMessages>;
}
