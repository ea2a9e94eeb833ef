'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useChanges } from '#lib/use-changes.ts';

/**
 * Draws the page again when the server says that something changed, and tells those who cannot see it. `heading` is what
 * the page says about where the customer stands.
 */
export function LiveStatus({ heading }: { readonly heading: string }) {
  const router = useRouter();
  const [news, setNews] = useState('');
  const known = useRef(heading);
  useChanges('portal', () => router.refresh());
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
