'use client';

import type { DecisionEvent } from '@gatehouse/domain';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Returns the focus to the decisions when a closed dialog has lost it: a dialog opened by a key has no button to return
 * to, and the button of a taken decision disappears. `isKept` says which decisions were not taken.
 */
export function useFocusBack(
  open: DecisionEvent | null,
  isKept: (event: DecisionEvent) => boolean,
): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  const before = useRef(open);
  const kept = useRef(isKept);
  useEffect(() => {
    kept.current = isKept;
  });
  useEffect(() => {
    const closed = before.current;
    before.current = open;
    if (!closed || open) return;
    const button = kept.current(closed) ? bar.current?.querySelector<HTMLElement>(`#decide-${closed}`) : null;
    const later = setTimeout(() => {
      const somewhere = document.activeElement !== null && document.activeElement !== document.body;
      if (!somewhere || !button) (button ?? bar.current)?.focus();
    }, 50);
    return () => clearTimeout(later);
  }, [open]);
  return bar;
}
