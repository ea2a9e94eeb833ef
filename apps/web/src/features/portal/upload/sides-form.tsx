'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { api } from '#lib/api.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { type Problem, useOfflineProblem, useProblemOf } from '../form/problem.ts';
import { ProblemNotice } from '../form/problem-notice.tsx';
import { SideUpload } from './side-upload.tsx';
import type { FileLimits, Slot } from './slot.ts';

type SidesFormProps = {
  readonly slots: readonly Slot[];
  readonly limits: FileLimits;
  /** The documents of another kind that this one replaces when it is complete. */
  readonly replaces: readonly string[];
  readonly nextHref: string;
};

/** All sides of one document. */
export function SidesForm({ slots, limits, replaces, nextHref }: SidesFormProps) {
  const t = useTranslations('portal.documents');
  const form = useTranslations('portal.form');
  const problemOf = useProblemOf();
  const offline = useOfflineProblem();
  const router = useRouter();
  const [there, setThere] = useState<ReadonlySet<string>>(
    new Set(slots.filter((slot) => slot.uploaded).map((slot) => slot.name)),
  );
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const missing = slots.filter((slot) => !there.has(slot.name));
  const errors = missing.map(({ name, missing }) => ({ field: name, message: missing }));
  const shown = attempt > 0 ? errors : [];

  const goOn = () => {
    setProblem(null);
    if (missing.length > 0) return setAttempt(attempt + 1);
    if (!navigator.onLine) return setProblem(offline);
    start(async () => {
      try {
        for (const documentId of replaces) await api.portal.removeDocument.mutate({ documentId });
        router.push(nextHref);
        router.refresh();
      } catch (error) {
        setProblem(problemOf(error, t('notReplaced')));
      }
    });
  };
  return (
    <div className="flex flex-col gap-section">
      <ErrorSummary key={attempt} errors={shown} title={t('incomplete')} />
      {problem && <ProblemNotice problem={problem} button={form('continue')} focus />}
      {slots.map((slot) => (
        <SideUpload
          key={slot.name}
          slot={slot}
          limits={limits}
          error={shown.find((error) => error.field === slot.name)?.message}
          onChange={() => setThere(new Set([...there, slot.name]))}
        />
      ))}
      <div>
        <Button onClick={goOn} pending={pending} pendingLabel={form('saving')}>
          {form('continue')}
        </Button>
      </div>
    </div>
  );
}
