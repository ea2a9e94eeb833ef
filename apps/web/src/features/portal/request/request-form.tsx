'use client';

import type { Option } from '@gatehouse/domain';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FieldError } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Draft } from '../form/draft.ts';
import { isOutdated, isSignedOut, type Problem, useProblemOf } from '../form/problem.ts';
import { ProblemNotice } from '../form/problem-notice.tsx';
import { useReport } from '../frame/saving.tsx';
import { fieldErrors } from '../questions/field-errors.ts';
import type { FileLimits } from '../upload/slot.ts';
import {
  type AllGiven,
  answeredItems,
  answerInput,
  commentedItems,
  givenBefore,
  givenOf,
  withoutComments,
} from './given.ts';
import { ItemCard } from './item-card.tsx';
import { firstBox, type Given, type ItemView } from './item-view.ts';

type RequestFormProps = {
  readonly items: readonly ItemView[];
  readonly countries: readonly Option[];
  readonly limits: FileLimits;
};

/** The last sent items, and the number of requests sent. */
type Sent = { readonly times: number; readonly answers: number; readonly comments: number };
type Shown = { readonly attempt: number; readonly errors: readonly FieldError[]; readonly problem: Problem | null };

/** All requested items, answered in any order and sent together. The rest may be sent later. */
export function RequestForm({ items, countries, limits }: RequestFormProps) {
  const t = useTranslations('portal.request');
  const problemOf = useProblemOf();
  const router = useRouter();
  const report = useReport();
  const [given, setGiven] = useState<AllGiven>(() => givenBefore(items));
  const [shown, setShown] = useState<Shown>({ attempt: 0, errors: [], problem: null });
  const [sent, setSent] = useState<Sent>({ times: 0, answers: 0, comments: 0 });
  const [pending, start] = useTransition();
  const busy = useRef(false);
  const [drafts] = useState(() => new Map<string, Draft>());
  const answered = answeredItems(items, given);
  const commented = commentedItems(items, given);
  // This error disappears as soon as something is answered.
  const nothing = t('send.empty');
  const isEmpty = answered.length + commented.length === 0;

  const add = (item: ItemView, more: Partial<Given>) =>
    setGiven((all) => ({ ...all, [item.id]: { ...givenOf(all, item), ...more } }));
  const show = (errors: readonly FieldError[], problem: Problem | null = null) =>
    setShown(({ attempt }) => ({ attempt: attempt + 1, errors, problem }));

  function refused(error: unknown) {
    const refusal = refusalOf(error);
    if (isSignedOut(refusal)) {
      report({ state: 'signedOut' });
      return show([]);
    }
    const questions = answered.flatMap(({ ask }) => (ask.by === 'field' ? [ask.question] : []));
    const values = Object.assign({}, ...answered.map((item) => givenOf(given, item).values));
    const { errors } = fieldErrors(questions, values, refusal?.data.issues ?? []);
    show(errors, errors.length > 0 ? null : problemOf(error, t('send.failed')));
    if (isOutdated(refusal)) router.refresh();
  }

  function send(event: FormEvent) {
    event.preventDefault();
    if (busy.current) return;
    const first = items[0];
    if (isEmpty) return show(first ? [{ field: firstBox(first), message: nothing }] : []);
    busy.current = true;
    start(async () => {
      try {
        // Sending deletes the drafts, so pending ones are saved first: saved later, they would reappear.
        await Promise.all([...drafts.values()].map((draft) => draft.flush()));
        await api.portal.answer.mutate(answerInput(items, given));
        report({ state: 'saved', at: new Date().toISOString() });
        setSent({ times: sent.times + 1, answers: answered.length, comments: commented.length });
        setGiven(withoutComments);
        show([]);
        window.scrollTo({ top: 0 });
        router.refresh();
      } catch (error) {
        refused(error);
      } finally {
        busy.current = false;
      }
    });
  }
  const left = items.length - answered.length;
  const whatFollows =
    answered.length === 0 && commented.length > 0
      ? t('follows.commentAlone')
      : answered.length > 0 && left > 0
        ? t('follows.left', { left })
        : t('follows.checks');
  const button = isEmpty
    ? t('send.none')
    : answered.length > 0
      ? t('send.answers', { count: answered.length })
      : t('send.comments', { count: commented.length });
  const errors = isEmpty ? shown.errors : shown.errors.filter(({ message }) => message !== nothing);
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-section">
      <ErrorSummary key={shown.attempt} errors={errors} />
      <ProblemNotice
        key={`problem ${shown.attempt}`}
        problem={shown.problem}
        button={button}
        focus={shown.attempt > 0}
      />
      {sent.times > 0 && isEmpty && <ThanksFor sent={sent} left={items.length} />}
      {items.map((item, index) => (
        <ItemCard
          key={item.id}
          item={item}
          place={t('place', { number: index + 1, total: items.length, about: item.about })}
          limits={limits}
          countries={countries}
          errors={errors}
          sends={sent.times}
          drafts={drafts}
          onValues={(values) => add(item, { values })}
          onUploaded={(place, documentId) =>
            add(item, { documents: { ...givenOf(given, item).documents, [place]: documentId } })
          }
        />
      ))}
      <div className="flex flex-col items-start gap-tight">
        <Button type="submit" pending={pending} pendingLabel={t('send.pending')}>
          {button}
        </Button>
        <p className="text-muted">{whatFollows}</p>
      </div>
    </form>
  );
}

/** What was received, and what is still missing. */
function ThanksFor({ sent, left }: { readonly sent: Sent; readonly left: number }) {
  const t = useTranslations('portal.request.thanks');
  const title = sent.answers > 0 ? t('answers', { count: sent.answers }) : t('comments', { count: sent.comments });
  return (
    <Notice kind="success" live="status" title={title}>
      {t('left', { left })}
    </Notice>
  );
}
