'use client';

import type { FieldQuestion, Option } from '@gatehouse/domain';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type FormEvent, useRef, useState, useTransition } from 'react';
import { api, type Inputs, refusalOf } from '#lib/api.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FieldError } from '#ui/error-summary.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useReport } from '../frame/saving.tsx';
import { fieldErrors } from '../questions/field-errors.ts';
import { QuestionFields } from '../questions/question-fields.tsx';
import type { Values } from '../questions/values.ts';
import { allNames, toPatch } from '../questions/values.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { fillForm, pastedDate, readForm } from './form-values.ts';
import { isOutdated, isSignedOut, type Problem, useProblemOf } from './problem.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { type Recorded, useRecord } from './use-record.ts';
import { useSharedDraft } from './use-shared-draft.ts';

export type PartFormProps = {
  readonly part: string;
  readonly title: string;
  readonly hint: string;
  readonly questions: readonly FieldQuestion[];
  readonly countries: readonly Option[];
  readonly recorded: Recorded;
  /** The saved draft, from this or another device. */
  readonly draft: Values | null;
  readonly changedSince: readonly string[];
  /** The target of Continue. */
  readonly nextHref: string;
};

type Shown = { readonly attempt: number; readonly errors: readonly FieldError[]; readonly problem: Problem | null };

/** One page of questions. Typed values are saved as a draft; Continue validates and stores them. */
export function PartForm(props: PartFormProps) {
  const { part, title, hint, questions, countries, draft: typedBefore, nextHref } = props;
  const t = useTranslations('portal.form');
  const problemOf = useProblemOf();
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const report = useReport();
  const record = useRecord({ form, questions, recorded: props.recorded, changedSince: props.changedSince });
  const [initial] = useState<Values>({ ...props.recorded.values, ...typedBefore });
  const [names] = useState(() => allNames(questions));
  const draft = useSharedDraft({ form, subject: part, names, begun: initial });
  const conflicting = [draft, record].find((each) => each.conflicts.length > 0) ?? record;
  const [shown, setShown] = useState<Shown>({ attempt: 0, errors: [], problem: null });
  const [sending, setSending] = useState(false);
  const [leaving, startLeaving] = useTransition();
  const [passedOver, setPassedOver] = useState(0);
  const busy = useRef(false);

  const keep = () => form.current && draft.change(readForm(form.current));
  function paste(event: ClipboardEvent<HTMLFormElement>) {
    const box = event.target instanceof HTMLInputElement ? event.target.name : '';
    const parts = pastedDate(box, event.clipboardData.getData('text'));
    if (!parts) return;
    event.preventDefault();
    fillForm(event.currentTarget, parts);
    keep();
  }
  const show = (errors: readonly FieldError[], problem: Problem | null) =>
    setShown(({ attempt }) => ({ attempt: attempt + 1, errors, problem }));

  async function store(values: Values, version: number, again = true): Promise<boolean> {
    const profile = toPatch(questions, values) as Inputs['portal']['continue']['profile'];
    try {
      await api.portal.continue.mutate({ subject: part, profile, expectedVersion: version });
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.code === 'VERSION_CONFLICT' && again) {
        const current = await record.readAgain();
        if (current !== null) return store(values, current, false);
      } else if (refusal?.code === 'INVALID_INPUT') {
        const { errors, others } = fieldErrors(questions, values, refusal.data.issues ?? []);
        show(errors, errors.length > 0 ? null : { what: t('notSaved'), kept: others.join(' ') || refusal.message });
      } else if (isOutdated(refusal)) router.refresh();
      else if (isSignedOut(refusal)) {
        report({ state: 'signedOut' });
        show([], null);
      } else show([], problemOf(error, t('pageNotSaved')));
      return false;
    }
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current) return;
    // Both values are shown, and continuing would silently choose one of them.
    if (conflicting.conflicts.length > 0) return setPassedOver((times) => times + 1);
    const values = readForm(event.currentTarget);
    busy.current = true;
    setSending(true);
    await draft.stop();
    const stored = await store(values, record.version).catch(() => false);
    busy.current = false;
    setSending(false);
    if (!stored) return draft.change(values);
    report({ state: 'saved', at: new Date().toISOString() });
    startLeaving(() => {
      router.push(nextHref);
      router.refresh();
    });
  }

  const drawn = { values: initial, errors: shown.errors, countries };
  return (
    <form ref={form} noValidate onInput={keep} onPaste={paste} onSubmit={send} className="flex flex-col gap-section">
      <ErrorSummary key={shown.attempt} errors={shown.errors} />
      <ProblemNotice
        key={`problem ${shown.attempt}`}
        problem={shown.problem}
        button={t('continue')}
        focus={shown.attempt > 0}
      />
      <ConflictNotice
        conflicts={conflicting.conflicts}
        passedOver={passedOver}
        questions={questions}
        countries={countries}
        onKeep={conflicting.resolve}
        onTake={() => {
          if (!form.current) return;
          fillForm(form.current, Object.fromEntries(conflicting.conflicts.map((each) => [each.name, each.recorded])));
          conflicting.resolve();
          keep();
        }}
      />
      {questions.map((question) => (
        <QuestionFields
          key={question.field}
          {...drawn}
          question={question}
          heading={title}
          hint={questions.length === 1 ? <VisuallyHidden>{hint}</VisuallyHidden> : undefined}
        />
      ))}
      <div>
        <Button type="submit" pending={sending || leaving} pendingLabel={t('saving')}>
          {t('continue')}
        </Button>
      </div>
    </form>
  );
}
