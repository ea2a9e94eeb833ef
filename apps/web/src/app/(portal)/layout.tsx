import type { ReactNode } from 'react';
import { PortalWords } from '#server/portal-words.tsx';

/** The layout of all pages behind a session, including their loading and error pages. */
export default function SessionLayout({ children }: { readonly children: ReactNode }) {
  return <PortalWords>{children}</PortalWords>;
}
