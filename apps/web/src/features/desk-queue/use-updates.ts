'use client';

import type { QueueRow } from '@gatehouse/domain';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '#lib/api.ts';
import { useChanges } from '#lib/use-changes.ts';
import type { QueueAddress } from './queue-address.ts';
import { countUpdates } from './updates.ts';

/**
 * Looks again, out of sight, whenever something changed, and tells how many rows would differ. The rows themselves stay
 * where they are until this person asks for the new ones. A look that fails changes nothing; the next change looks again.
 */
export function useUpdates(shown: readonly QueueRow[], address: QueueAddress, own: ReadonlySet<string>): number {
  const { data, dataUpdatedAt, refetch } = useQuery({
    queryKey: ['queue', address],
    queryFn: ({ signal }) => api.desk.queue.list.query(address, { signal }),
    enabled: false,
  });
  useChanges('desk', () => void refetch());
  // Rows that arrive from the server are newer than anything that was looked at before.
  const [arrivedAt, setArrivedAt] = useState(0);
  useEffect(() => setArrivedAt(Date.now()), [shown]);
  return data && dataUpdatedAt > arrivedAt ? countUpdates(shown, data.items, own) : 0;
}
