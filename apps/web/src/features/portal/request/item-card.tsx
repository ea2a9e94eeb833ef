'use client';

import type { Option } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect } from 'react';
import { Card } from '#ui/card.tsx';
import type { FieldError } from '#ui/error-summary.tsx';
import { Textarea } from '#ui/textarea.tsx';
import type { Draft } from '../form/draft.ts';
import { readForm } from '../form/form-values.ts';
import { useDraft } from '../form/use-draft.ts';
import { QuestionFields } from '../questions/question-fields.tsx';
import type { Values } from '../questions/values.ts';
import { allNames } from '../questions/values.ts';
import type { FileLimits } from '../upload/slot.ts';
import { CommentField } from './comment-field.tsx';
import { DocumentAnswer } from './document-answer.tsx';
import { commentBox, type ItemView } from './item-view.ts';

type ItemCardProps = {
  readonly item: ItemView;
  readonly place: string;
  readonly limits: FileLimits;
  readonly countries: readonly Option[];
  readonly errors: readonly FieldError[];
  /** The number of requests sent from this page. Each one empties the comments. */
  readonly sends: number;
  /** The drafts of all cards, so that they can be stopped before everything is sent. */
  readonly drafts: Map<string, Draft>;
  readonly onValues: (values: Values) => void;
  readonly onUploaded: (place: string, documentId: string) => void;
};

/** One requested item. It has its own draft until all items are sent together. */
export function ItemCard({
  item,
  place,
  limits,
  countries,
  errors,
  sends,
  drafts,
  onValues,
  onUploaded,
}: ItemCardProps) {
  const t = useTranslations('portal.request');
  const { id, ask } = item;
  const draft = useDraft(`requirement:${id}`);
  useEffect(() => {
    drafts.set(id, draft);
    return () => void drafts.delete(id);
  }, [drafts, id, draft]);
  function typedIn(form: HTMLFormElement): Values {
    const typed = readForm(form);
    if (ask.by === 'text') return { text: typed[id] ?? '' };
    const names = ask.by === 'field' ? allNames([ask.question]) : [];
    const fields = Object.fromEntries(names.map((name) => [name, typed[name] ?? '']));
    return { ...fields, comment: typed[commentBox(item)] ?? '' };
  }
  function keep(event: FormEvent<HTMLDivElement>) {
    const form = event.currentTarget.closest('form');
    if (!form) return;
    const values = typedIn(form);
    draft.change(values);
    onValues(values);
  }
  return (
    <Card
      title={
        <>
          <span className="block font-normal text-muted text-small">{place}</span>
          {item.title}
        </>
      }
    >
      {item.children}
      <div onInput={keep} className="flex flex-col gap-stack">
        {ask.by === 'text' && (
          <Textarea
            name={id}
            label={t('yourAnswer')}
            defaultValue={item.draft.text ?? ''}
            maxLength={2000}
            error={errors.find((error) => error.field === id)?.message}
          />
        )}
        {ask.by === 'field' && (
          <QuestionFields
            question={ask.question}
            values={{ ...ask.recorded, ...item.draft }}
            errors={errors}
            countries={countries}
          />
        )}
        {ask.by === 'document' && (
          <DocumentAnswer
            itemId={id}
            choices={ask.choices}
            limits={limits}
            error={errors.find((error) => error.field.startsWith(id))?.message}
            onUploaded={onUploaded}
          />
        )}
        {ask.by !== 'text' && (
          <CommentField
            key={sends}
            name={commentBox(item)}
            by={ask.by}
            about={item.about}
            draft={sends === 0 ? (item.draft.comment ?? '') : ''}
          />
        )}
      </div>
    </Card>
  );
}
