'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { isOutdated, isSignedOut, type Problem, useProblemOf } from '../form/problem.ts';
import { ProblemNotice } from '../form/problem-notice.tsx';

type SendFormProps = {
  readonly declaration: string;
  /**
   * The version of the record that is shown. If it has changed, the server refuses, so that nothing unseen is declared.
   */
  readonly version: number;
};

/** The declaration and the button to send. A second click sends nothing. */
export function SendForm({ declaration, version }: SendFormProps) {
  const t = useTranslations('portal.check');
  const problemOf = useProblemOf();
  const router = useRouter();
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const sent = useRef(false);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sent.current) return;
    const confirmed = new FormData(event.currentTarget).has('declaration');
    setProblem(null);
    if (!confirmed) return setAttempt(attempt + 1);
    setAttempt(0);
    sent.current = true;
    start(async () => {
      try {
        await api.portal.submit.mutate({ expectedVersion: version });
      } catch (error) {
        const refusal = refusalOf(error);
        // Already under review means that the first of two clicks was received. When signed out, there is no input to
        // keep.
        if (!isOutdated(refusal) && !isSignedOut(refusal)) {
          sent.current = false;
          if (refusal?.code === 'VERSION_CONFLICT') router.refresh();
          return setProblem(
            refusal?.code === 'VERSION_CONFLICT'
              ? { what: t('changed'), kept: t('changedKept') }
              : problemOf(error, t('notSent')),
          );
        }
      }
      router.push('/portal');
      router.refresh();
    });
  }
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-stack">
      <h2 className="font-semibold text-h2">{t('declaration')}</h2>
      {attempt > 0 && <ErrorSummary key={attempt} errors={[{ field: 'declaration', message: t('unconfirmed') }]} />}
      {problem && <ProblemNotice problem={problem} button={t('send')} focus />}
      <Checkbox name="declaration" label={declaration} error={attempt > 0 ? t('unconfirmed') : undefined} />
      <div>
        <Button type="submit" pending={pending} pendingLabel={t('sending')}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
