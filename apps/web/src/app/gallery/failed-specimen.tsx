'use client';

import { useState } from 'react';
import { ErrorState } from '#ui/error-state.tsx';

export function FailedSpecimen() {
  const [pending, setPending] = useState(false);
  return (
    <ErrorState
      what="We could not send your answers"
      kept="Everything you typed is saved, and nothing was sent twice."
      onRetry={() => setPending((was) => !was)}
      pending={pending}
      reference="req_01JD3WX9V5F8K2"
    />
  );
}
