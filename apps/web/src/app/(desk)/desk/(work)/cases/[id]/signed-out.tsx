'use client';

import { usePathname } from 'next/navigation';
import { Notice } from '#ui/notice.tsx';

/** The session ended while the page was open. It stays in sight, because somebody may be in the middle of a sentence. */
export function SignedOut() {
  const here = usePathname();
  return (
    <Notice kind="warning" live="alert" title="You are signed out">
      What you see is the last that was read.{' '}
      <a href={`/desk/sign-in?next=${encodeURIComponent(here)}`} className="font-semibold underline">
        Sign in again
      </a>
      . To keep what you typed, sign in in a new tab instead.
    </Notice>
  );
}
