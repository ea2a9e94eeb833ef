'use client';

import type { QueueRow } from '@gatehouse/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { failureMessage } from '#lib/use-call.ts';

/** The pause in typing before a search, in milliseconds. */
const PAUSE = 150;
const MOST = 8;

/** The results and their search text. During a new search the previous results stay visible. */
export type Found = {
  readonly query: string;
  readonly customers: readonly QueueRow[];
  /** Why the search failed; empty when it did not. */
  readonly failure: string;
};

/** Searches customers while typing. The text is sent in a body, never in a URL. */
export function useFound(typed: string): Found {
  const query = usePaused(typed.trim());
  const { data, error } = useQuery({
    queryKey: ['found', query],
    queryFn: async ({ signal }) => {
      const { items } = await api.desk.queue.list.query({ view: 'all', search: query, limit: MOST }, { signal });
      return { query, customers: items };
    },
    enabled: query !== '',
    placeholderData: keepPreviousData,
    // Each search reads current data, and names are not cached longer than they are shown.
    staleTime: 0,
    gcTime: 0,
  });
  if (!query || !typed.trim()) return { query: '', customers: [], failure: '' };
  if (!error) return { query: data?.query ?? '', customers: data?.customers ?? [], failure: '' };
  const { what, next } = failureMessage({ refusal: refusalOf(error) });
  return { query, customers: [], failure: `${what} ${next}` };
}

/** Returns the text when typing has paused. */
function usePaused(query: string): string {
  const [paused, setPaused] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(query), PAUSE);
    return () => clearTimeout(timer);
  }, [query]);
  return paused;
}
