'use client';

import { PageFailure } from '#features/portal/frame/page-failure.tsx';
import { PortalShell } from '#ui/portal-shell.tsx';

type Failure = { readonly error: Error & { readonly digest?: string }; readonly retry: () => void };

/** When not even the frame can be drawn, because it is read from the same record as the page. */
export default function FrameError(failure: Failure) {
  return (
    <PortalShell partner={{ name: 'Customer verification' }}>
      <PageFailure {...failure} title="Something went wrong on our side" what="We could not open your verification" />
    </PortalShell>
  );
}
