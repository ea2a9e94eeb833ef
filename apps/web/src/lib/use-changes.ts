'use client';

import { useEffect, useRef } from 'react';

/**
 * Calls back when the server says that something changed, and again whenever the connection came back or the page came
 * to the front, because meanwhile a word may have been missed.
 */
export function useChanges(whose: 'portal' | 'desk', onChange: () => void): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    const source = new EventSource(`/api/changes?for=${whose}`);
    const look = (): void => latest.current();
    const lookWhenVisible = (): void => {
      if (document.visibilityState === 'visible') look();
    };
    let opened = false;
    source.addEventListener('changed', look);
    source.addEventListener('open', () => {
      if (opened) look();
      opened = true;
    });
    document.addEventListener('visibilitychange', lookWhenVisible);
    return () => {
      source.close();
      document.removeEventListener('visibilitychange', lookWhenVisible);
    };
  }, [whose]);
}
