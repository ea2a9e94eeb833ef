'use client';

import type { Case } from '@gatehouse/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { useChanges } from '#lib/use-changes.ts';

export type LiveCase = {
  readonly theCase: Case;
  /** The session has ended: what is in sight is the last that was read. */
  readonly signedOut: boolean;
  /** Reads the case again. */
  look(): void;
};

/** A case that stays up to date by itself. Only the data is replaced, so that nothing that somebody types is touched. */
export function useCase(initial: Case): LiveCase {
  const customerId = initial.customer.id;
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['case', customerId],
    queryFn: ({ signal }) => api.desk.cases.get.query({ customerId }, { signal }),
    initialData: initial,
  });
  // The page was read again on the server, which is newer than what is kept here.
  useEffect(() => {
    client.setQueryData(['case', customerId], initial);
  }, [client, customerId, initial]);
  const look = (): void => void refetch();
  useChanges('desk', look);
  return { theCase: data, signedOut: refusalOf(error)?.code === 'UNAUTHENTICATED', look };
}
