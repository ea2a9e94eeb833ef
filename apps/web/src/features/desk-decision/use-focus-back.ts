'use client';

import type { DecisionEvent } from '@gatehouse/domain';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings the focus back to the decisions when a dialog has closed and left it nowhere: one that a key opened has no button
 * to return to, and the button of a decision that was taken is about to go. `isKept` says which were not taken.
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
