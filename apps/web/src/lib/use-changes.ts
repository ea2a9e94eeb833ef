'use client';

import { useEffect, useRef } from 'react';

/** Changes within this time are combined, in milliseconds. */
const GATHER = 300;

/**
 * Calls back when the server reports a change, and whenever the connection returns or the page comes to the front,
 * because a change may have been missed meanwhile.
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
