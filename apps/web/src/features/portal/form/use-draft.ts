'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { useReport } from '../frame/saving.tsx';
import type { Values } from '../questions/values.ts';
import { createDraft, type Draft } from './draft.ts';
import { isOutdated } from './problem.ts';

/**
 * The draft of one page, saved on the server while typing, and also when the page is hidden or left and when the
 * connection returns. `onSaved` gets the saved values.
 */
export function useDraft(subject: string, onSaved?: (values: Values) => void): Draft {
  const report = useReport();
  const router = useRouter();
  const heard = useRef(onSaved);
  useEffect(() => {
    heard.current = onSaved;
  });
  const [draft] = useState(() => {
    const made = createDraft({
      report,
      send: async (values) => {
        try {
          const saved = await api.portal.save.mutate({ subject, values });
          heard.current?.(values);
          return saved;
        } catch (error) {
          // The data was locked meanwhile. The page that says why replaces this one, so there is no retry.
          if (isOutdated(refusalOf(error))) {
            void made.stop();
            router.refresh();
          }
          throw error;
        }
      },
    });
    return made;
  });
  useEffect(() => {
    const flush = (): void => void draft.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('online', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('online', flush);
      flush();
    };
  }, [draft]);
  return draft;
}
