'use client';

import type { QueueRow } from '@gatehouse/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { failureWords } from '#lib/use-call.ts';

/** The pause in typing before a search, in milliseconds. */
const PAUSE = 150;
const MOST = 8;

/** The results and their search text. During a new search the previous results stay visible. */
export type Found = {
  readonly words: string;
  readonly customers: readonly QueueRow[];
  /** Why the search failed; empty when it did not. */
  readonly failure: string;
};

/** Searches customers while typing. The text is sent in a body, never in a URL. */
export function useFound(typed: string): Found {
  const words = usePaused(typed.trim());
  const { data, error } = useQuery({
    queryKey: ['found', words],
    queryFn: async ({ signal }) => {
      const { items } = await api.desk.queue.list.query({ view: 'all', search: words, limit: MOST }, { signal });
      return { words, customers: items };
    },
    enabled: words !== '',
    placeholderData: keepPreviousData,
    // Each search reads current data, and names are not cached longer than they are shown.
    staleTime: 0,
    gcTime: 0,
  });
  if (!words || !typed.trim()) return { words: '', customers: [], failure: '' };
  if (!error) return { words: data?.words ?? '', customers: data?.customers ?? [], failure: '' };
  const { what, next } = failureWords({ refusal: refusalOf(error) });
  return { words, customers: [], failure: `${what} ${next}` };
}

/** Returns the text when typing has paused. */
function usePaused(words: string): string {
  const [paused, setPaused] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(words), PAUSE);
    return () => clearTimeout(timer);
  }, [words]);
  return paused;
}
