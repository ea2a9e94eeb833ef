'use client';

import { useEffect, useRef } from 'react';

/** Several changes within this time are one, in milliseconds. */
const GATHER = 300;

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
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), GATHER);
    };
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
      clearTimeout(timer);
      source.close();
      document.removeEventListener('visibilitychange', lookWhenVisible);
    };
  }, [whose]);
}
