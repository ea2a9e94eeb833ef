'use client';

import type { Case } from '@gatehouse/engine';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { useChanges } from '#lib/use-changes.ts';

/** Several changes within this time are looked at once, in milliseconds. */
const GATHER = 300;

export type LiveCase = {
  readonly theCase: Case;
  /** The session has ended: what is in sight is the last that was read. */
  readonly signedOut: boolean;
  /** Reads the case again, and answers with it; null when that failed. */
  look(): Promise<Case | null>;
};

/** A case that stays up to date by itself. Only the data is replaced, so that nothing that somebody types is touched. */
export function useCase(initial: Case): LiveCase {
  const [theCase, setCase] = useState(initial);
  const [signedOut, setSignedOut] = useState(false);
  const [given, setGiven] = useState(initial);
  if (given !== initial) {
    setGiven(initial);
    setCase(initial);
  }
  const newest = useRef(0);
  const customerId = initial.customer.id;
  const look = useCallback(async (): Promise<Case | null> => {
    newest.current += 1;
    const mine = newest.current;
    try {
      const read = await api.desk.cases.get.query({ customerId });
      // An answer that was overtaken by a later question is older than what is in sight.
      if (mine === newest.current) setCase(read);
      setSignedOut(false);
      return read;
    } catch (error) {
      if (refusalOf(error)?.code === 'UNAUTHENTICATED') setSignedOut(true);
      return null;
    }
  }, [customerId]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useChanges('desk', () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void look(), GATHER);
  });
  return { theCase, signedOut, look };
}
