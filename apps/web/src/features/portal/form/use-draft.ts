'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { useReport } from '../frame/saving.tsx';
import { createDraft, type Draft } from './draft.ts';
import { isOutdated } from './problem.ts';

/**
 * A draft of one page, saved on the server as it is typed. It is also saved when the page goes to the back, when it is
 * left, and when the connection returns.
 */
export function useDraft(subject: string): Draft {
  const report = useReport();
  const router = useRouter();
  const [draft] = useState(() => {
    const made = createDraft({
      report,
      send: (values) =>
        api.portal.save.mutate({ subject, values }).catch((error: unknown) => {
          // The data was locked meanwhile: the page that says why takes the place of this one, and trying again is over.
          if (isOutdated(refusalOf(error))) {
            void made.stop();
            router.refresh();
          }
          throw error;
        }),
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
