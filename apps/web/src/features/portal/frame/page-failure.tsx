'use client';

import { useTransition } from 'react';
import { ErrorState } from '#ui/error-state.tsx';

type FailureProps = {
  readonly title: string;
  readonly what: string;
  readonly error: Error & { readonly digest?: string };
  readonly retry: () => void;
};

/** A page that could not be shown: what failed, what was kept, and another try. */
export function PageFailure({ title, what, error, retry }: FailureProps) {
  const [pending, start] = useTransition();
  return (
    <>
      <title>{title}</title>
      <h1 className="font-semibold text-h1">{title}</h1>
      <ErrorState
        what={what}
        kept="Everything that you saved or sent is still there."
        onRetry={() => start(retry)}
        pending={pending}
        reference={error.digest}
      />
    </>
  );
}
