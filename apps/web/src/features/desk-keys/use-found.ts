'use client';

import type { QueueRow } from '@gatehouse/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { failureWords } from '#lib/use-call.ts';

/** How long the typing pauses before we look, in milliseconds. */
const PAUSE = 150;
const MOST = 8;

/** What was found, and for which words: while newer words are looked for, the earlier answer stays in sight. */
export type Found = {
  readonly words: string;
  readonly customers: readonly QueueRow[];
  /** Why looking failed; empty when it did not. */
  readonly failure: string;
};

/** Looks for customers while somebody types. What is typed travels in a body, and never stands in an address. */
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
    // Somebody who looks again wants to see what is there now, and names are not kept longer than they are looked at.
    staleTime: 0,
    gcTime: 0,
  });
  if (!words || !typed.trim()) return { words: '', customers: [], failure: '' };
  if (!error) return { words: data?.words ?? '', customers: data?.customers ?? [], failure: '' };
  const { what, next } = failureWords({ refusal: refusalOf(error) });
  return { words, customers: [], failure: `${what} ${next}` };
}

/** The words once the typing has paused. */
function usePaused(words: string): string {
  const [paused, setPaused] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(words), PAUSE);
    return () => clearTimeout(timer);
  }, [words]);
  return paused;
}
