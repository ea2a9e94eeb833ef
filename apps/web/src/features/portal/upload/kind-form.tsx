'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { useOfflineProblem } from '../form/problem.ts';
import { ProblemNotice } from '../form/problem-notice.tsx';
import { useDraft } from '../form/use-draft.ts';

type KindFormProps = {
  readonly subject: string;
  readonly chosen: string | null;
  readonly options: readonly { value: string; label: string; hint: string; href: string }[];
};

/** The choice of a kind of document. It is saved at once, so that another device can continue. */
export function KindForm({ subject, chosen, options }: KindFormProps) {
  const t = useTranslations('portal.documents');
  const form = useTranslations('portal.form');
  const offlineProblem = useOfflineProblem();
  const router = useRouter();
  const draft = useDraft(subject);
  const [kind, setKind] = useState(chosen ?? '');
  const [attempt, setAttempt] = useState(0);
  const [offline, setOffline] = useState(false);
  const [pending, start] = useTransition();
  const isMissing = attempt > 0 && kind === '';

  function send(event: FormEvent) {
    event.preventDefault();
    const href = options.find((option) => option.value === kind)?.href;
    if (!href) return setAttempt(attempt + 1);
    setOffline(!navigator.onLine);
    if (!navigator.onLine) return;
    start(async () => {
      await draft.flush();
      router.push(href);
      router.refresh();
    });
  }
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-section">
      {offline && <ProblemNotice problem={offlineProblem} button={form('continue')} focus />}
      {isMissing && <ErrorSummary key={attempt} errors={[{ field: 'kind', message: t('noKind') }]} />}
      <RadioGroup
        name="kind"
        label={t('which')}
        options={options}
        value={kind}
        onValueChange={(value) => {
          setKind(value);
          draft.change({ kind: value });
        }}
        error={isMissing ? t('noKind') : undefined}
      />
      <div>
        <Button type="submit" pending={pending} pendingLabel={form('saving')}>
          {form('continue')}
        </Button>
      </div>
    </form>
  );
}
