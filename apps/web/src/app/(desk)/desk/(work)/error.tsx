'use client';

import { useTransition } from 'react';
import { ErrorState } from '#ui/error-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';

type Failure = { readonly error: Error & { readonly digest?: string }; readonly retry: () => void };

/** The error of a page of the desk, inside the desk's frame. */
export default function DeskError({ error, retry }: Failure) {
  const [pending, startTransition] = useTransition();
  return (
    <>
      <PageHeader title="Something went wrong on our side" />
      <ErrorState
        what="We could not load this page"
        kept="Nothing was decided and nothing was changed."
        onRetry={() => startTransition(retry)}
        pending={pending}
        reference={error.digest}
      />
    </>
  );
}
