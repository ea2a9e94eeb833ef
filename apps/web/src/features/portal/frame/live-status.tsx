'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useChanges } from '#lib/use-changes.ts';
import { useUnsaved } from './saving.tsx';

type LiveStatusProps = {
  /** What the page says about where the customer stands. */
  readonly heading: string;
  /** Something can be typed, so something unsaved may stand on the page. */
  readonly editable: boolean;
};

/**
 * Draws the page again when the server says that something changed, and tells those who cannot see it. What is not saved
 * yet comes first: drawn for somebody who is signed out or not connected, the page would be replaced with all that stands
 * on it.
 */
export function LiveStatus({ heading, editable }: LiveStatusProps) {
  const router = useRouter();
  const [news, setNews] = useState('');
  const known = useRef(heading);
  const missed = useRef(false);
  const waits = useUnsaved() && editable;
  useChanges('portal', () => {
    missed.current = waits;
    if (!waits) router.refresh();
  });
  useEffect(() => {
    if (waits || !missed.current) return;
    missed.current = false;
    router.refresh();
  }, [waits, router]);
  useEffect(() => {
    if (known.current === heading) return;
    known.current = heading;
    setNews(heading);
  }, [heading]);
  return (
    <p aria-live="polite" className="sr-only">
      {news}
    </p>
  );
}
