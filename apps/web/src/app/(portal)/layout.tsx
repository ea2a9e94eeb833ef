import type { ReactNode } from 'react';
import { PortalWords } from '#server/portal-words.tsx';

/** Around everything behind a session, its loading and its failures too. */
export default function SessionLayout({ children }: { readonly children: ReactNode }) {
  return <PortalWords>{children}</PortalWords>;
}
