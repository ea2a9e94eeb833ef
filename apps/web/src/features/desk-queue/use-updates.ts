'use client';

import type { QueueRow } from '@gatehouse/domain';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '#lib/api.ts';
import { useChanges } from '#lib/use-changes.ts';
import type { QueueAddress } from './queue-address.ts';

/**
 * Reads the list in the background after each change, and returns how many rows would differ. The shown rows stay until
 * this person asks for new ones. A failed read changes nothing; the next change reads again.
 */
export function useUpdates(shown: readonly QueueRow[], address: QueueAddress, own: ReadonlySet<string>): number {
  const { data, dataUpdatedAt, refetch } = useQuery({
    queryKey: ['queue', address],
    queryFn: ({ signal }) => api.desk.queue.list.query(address, { signal }),
    enabled: false,
  });
  useChanges('desk', () => void refetch());
  // Rows from the server are newer than anything read before.
  const [arrivedAt, setArrivedAt] = useState(0);
  useEffect(() => setArrivedAt(Date.now()), [shown]);
  return data && dataUpdatedAt > arrivedAt ? countUpdates(shown, data.items, own) : 0;
}

/**
 * Counts the rows that differ from the shown ones: new, gone and changed. This person's own changes (`own`) do not
 * count.
 */
export function countUpdates(shown: readonly QueueRow[], fresh: readonly QueueRow[], own: ReadonlySet<string>): number {
  const before = new Map(shown.map((row) => [row.id, visible(row)]));
  const after = new Map(fresh.map((row) => [row.id, visible(row)]));
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => !own.has(id) && before.get(id) !== after.get(id)).length;
}

/** The visible content of a row, without what only changes with time. */
const visible = ({ overdue: _, ...row }: QueueRow): string => JSON.stringify(row);
