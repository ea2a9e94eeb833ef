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
  /** The label of the button that continues. */
  readonly button: string;
  /** Takes the focus when it appears, so that a failed attempt shows what prevents it. */
  readonly focus: boolean;
};

/**
 * Why the page cannot continue: signed out, no connection, or an error on our side. Give it a `key` that changes with
 * every attempt, like an error summary.
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

/** True when the connection has returned or something was saved since this was rendered. */
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
