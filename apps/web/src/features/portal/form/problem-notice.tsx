'use client';

import { useEffect, useRef, useState } from 'react';
import { ErrorState } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { useSaving } from '../frame/saving.tsx';
import type { Problem } from './problem.ts';

type ProblemNoticeProps = {
  readonly problem: Problem | null;
  /** What the button says that goes on from here. */
  readonly button: string;
  /** Takes the focus when it appears: after a press for nothing, what is in the way comes into sight. */
  readonly focus: boolean;
};

/**
 * Why the page cannot go on, for as long as that is so: signed out, without a connection, or something of ours. Give it a
 * `key` that changes with every attempt, as an error summary has it.
 */
export function ProblemNotice({ problem, button, focus }: ProblemNoticeProps) {
  const { signedOut } = useSaving();
  const isOver = useConnectedSince() && problem?.passing;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus && place.current?.firstChild) place.current.focus();
  }, [focus]);
  return (
    <div ref={place} tabIndex={-1} className="rounded empty:hidden">
      {signedOut ? (
        <ErrorState
          what="You’re signed out"
          kept={`What you typed since the last save is still on this page. Open a new link in another tab, then press ${button} here again.`}
        >
          <Link href="/portal" target="_blank" prefetch={false} roomy>
            Ask for a new link (opens in a new tab)
          </Link>
        </ErrorState>
      ) : isOver ? (
        <Notice kind="success" live="status" title="You’re connected again">
          Press {button} to go on.
        </Notice>
      ) : (
        problem && <ErrorState {...problem} />
      )}
    </div>
  );
}

/** Since this was drawn the browser has found its connection again, or something was saved after all. */
function useConnectedSince(): boolean {
  const { saves } = useSaving();
  const [before] = useState(saves);
  const [online, setOnline] = useState(false);
  useEffect(() => {
    const hear = () => setOnline(navigator.onLine);
    window.addEventListener('online', hear);
    window.addEventListener('offline', hear);
    return () => {
      window.removeEventListener('online', hear);
      window.removeEventListener('offline', hear);
    };
  }, []);
  return online || saves > before;
}
