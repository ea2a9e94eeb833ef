'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useChanges } from '#lib/use-changes.ts';
import { useUnsaved } from './saving.tsx';

type LiveStatusProps = {
  /** The heading of the customer's status. */
  readonly heading: string;
  /** True when the page may have unsaved input. */
  readonly editable: boolean;
};

/**
 * Refreshes the page when the server reports a change, and announces it to screen readers. It waits while there is
 * unsaved input: without a session or a connection, the refresh would replace the page and its input.
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
