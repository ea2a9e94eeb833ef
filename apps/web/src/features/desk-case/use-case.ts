'use client';

import type { Case } from '@gatehouse/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { useChanges } from '#lib/use-changes.ts';

export type LiveCase = {
  readonly theCase: Case;
  /** Whether the session has ended, so that the shown data is no longer updated. */
  readonly signedOut: boolean;
  /** Reads the case again. */
  look(): void;
};

/** A case that updates itself. Only its data is replaced, so text being typed is kept. */
export function useCase(initial: Case): LiveCase {
  const customerId = initial.customer.id;
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['case', customerId],
    queryFn: ({ signal }) => api.desk.cases.get.query({ customerId }, { signal }),
    initialData: initial,
  });
  // The page was read again on the server, so its data is newer than the cache.
  useEffect(() => {
    client.setQueryData(['case', customerId], initial);
  }, [client, customerId, initial]);
  const look = (): void => void refetch();
  useChanges('desk', look);
  return { theCase: data, signedOut: refusalOf(error)?.code === 'UNAUTHENTICATED', look };
}
