'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useTransition } from 'react';
import { api } from '#lib/api.ts';
import { Button } from '#ui/button.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { type Problem, useProblemOf } from '../form/problem.ts';

type ContinueOnPhoneProps = {
  /** The ids of the uploaded documents as one string, which changes when the phone has sent one. */
  readonly arrived: string;
};

/**
 * A QR code to continue on a phone, which has the better camera. Files from the phone appear here automatically. Phones
 * do not show it.
 */
export function ContinueOnPhone({ arrived }: ContinueOnPhoneProps) {
  const t = useTranslations('portal.documents.phone');
  const problemOf = useProblemOf();
  const [picture, setPicture] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const before = useRef(arrived);
  useEffect(() => {
    // A file from the phone has arrived, so the page is loaded again to show it.
    if (picture && arrived !== before.current) window.location.reload();
    before.current = arrived;
  }, [arrived, picture]);

  const make = (): void =>
    start(async () => {
      setProblem(null);
      try {
        setPicture((await api.portal.handOver.mutate()).picture);
      } catch (error) {
        setProblem(problemOf(error, t('failed')));
      }
    });
  return (
    <section aria-label={t('title')} className="flex flex-col items-start gap-stack pointer-coarse:hidden">
      {problem && <ErrorState {...problem} />}
      {picture ? (
        <div role="status" className="flex flex-col gap-tight">
          <QrCode svg={picture} alt={t('picture')} />
          <p>{t('how')}</p>
        </div>
      ) : (
        <Button variant="secondary" onClick={make} pending={pending} pendingLabel={t('making')}>
          {t('title')}
        </Button>
      )}
    </section>
  );
}
