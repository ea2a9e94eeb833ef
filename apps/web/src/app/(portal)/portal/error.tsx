'use client';

import { PageFailure } from '#features/portal/frame/page-failure.tsx';

type Failure = { readonly error: Error & { readonly digest?: string }; readonly retry: () => void };

export default function PortalError(failure: Failure) {
  return <PageFailure {...failure} what="page" />;
}
