'use client';

import type { QueueRow } from '@gatehouse/engine';
import { useEffect, useRef, useState } from 'react';
import { api } from '#lib/api.ts';
import { useChanges } from '#lib/use-changes.ts';
import type { QueueAddress } from './queue-address.ts';
import { countUpdates } from './updates.ts';

/** Several changes within this time are looked at once, in milliseconds. */
const GATHER = 400;

/**
 * Looks again, out of sight, whenever something changed, and tells how many rows would differ. The rows themselves stay
 * where they are until this person asks for the new ones.
 */
export function useUpdates(shown: readonly QueueRow[], address: QueueAddress, own: ReadonlySet<string>): number {
  const [updates, setUpdates] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ shown, address, own });
  useEffect(() => {
    latest.current = { shown, address, own };
  });
  // New rows have arrived, so that nothing is new any more.
  const [known, setKnown] = useState(shown);
  if (known !== shown) {
    setKnown(shown);
    setUpdates(0);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  useChanges('desk', () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const asked = latest.current.shown;
      // A look that fails changes nothing in sight; the next change looks again.
      api.desk.queue.list.query(latest.current.address).then(
        ({ items }) => {
          if (latest.current.shown === asked) setUpdates(countUpdates(asked, items, latest.current.own));
        },
        () => {},
      );
    }, GATHER);
  });
  return updates;
}
