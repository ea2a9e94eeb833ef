'use client';

import { useTranslations } from 'next-intl';
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
  const t = useTranslations('portal.form');
  const { signedOut } = useSaving();
  const isOver = useConnectedSince() && problem?.passing;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus && place.current?.firstChild) place.current.focus();
  }, [focus]);
  return (
    <div ref={place} tabIndex={-1} className="rounded empty:hidden">
      {signedOut ? (
        <ErrorState what={t('signedOut.title')} kept={t('signedOut.kept', { button })}>
          <Link href="/portal" target="_blank" prefetch={false} roomy>
            {t('signedOut.link')}
          </Link>
        </ErrorState>
      ) : isOver ? (
        <Notice kind="success" live="status" title={t('connected.title')}>
          {t('connected.next', { button })}
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
