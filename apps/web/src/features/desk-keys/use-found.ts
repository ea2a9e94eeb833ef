import type { QueueRow } from '@gatehouse/engine';
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

const NOTHING: Found = { words: '', customers: [], failure: '' };

/** Looks for customers while somebody types. What is typed travels in a body, and never stands in an address. */
export function useFound(typed: string): Found {
  const words = typed.trim();
  const [found, setFound] = useState<Found>(NOTHING);
  useEffect(() => {
    if (!words) return;
    const overtaken = new AbortController();
    const timer = setTimeout(() => {
      api.desk.queue.list.query({ view: 'all', search: words, limit: MOST }, { signal: overtaken.signal }).then(
        ({ items }) => setFound({ words, customers: items, failure: '' }),
        (error: unknown) => {
          if (overtaken.signal.aborted) return;
          const { what, next } = failureWords({ refusal: refusalOf(error) });
          setFound({ words, customers: [], failure: `${what} ${next}` });
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      overtaken.abort();
    };
  }, [words]);
  return words ? found : NOTHING;
}
