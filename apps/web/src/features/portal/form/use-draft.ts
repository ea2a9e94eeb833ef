'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { useReport } from '../frame/saving.tsx';
import type { Values } from '../questions/values.ts';
import { createDraft, type Draft } from './draft.ts';
import { isOutdated } from './problem.ts';

/**
 * A draft of one page, saved on the server as it is typed. It is also saved when the page goes to the back, when it is
 * left, and when the connection returns. `onSaved` hears what was saved.
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
          // The data was locked meanwhile: the page that says why takes the place of this one, and trying again is over.
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
